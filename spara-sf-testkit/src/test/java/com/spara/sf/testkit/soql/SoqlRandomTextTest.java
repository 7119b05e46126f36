package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 7_200, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoqlRandomTextTest {
    private static final long SEED = 20261123;
    private static final int MANY = 10_000;

    private final TinyOrg org = new TinyOrg();
    private final TinyOrg withoutIndexes = new TinyOrg();

    @Test
    void brokenTextIsAnsweredOrRefusedButNeverFails() {
        SoqlTexts texts = new SoqlTexts(SEED);
        int refused = 0;
        for (int i = 0; i < MANY; i++) {
            refused += answer(org, texts.broken()).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > MANY / 2 && refused < MANY, "refused " + refused);
    }

    /** For longer by {@code -Dfuzz.seconds=600}; the one text that failed by {@code -Dfuzz.seed=…}. */
    @Test
    void brokenTextOfAnySeedIsAnsweredOrRefused() {
        Optional<Long> replayed = Optional.ofNullable(Long.getLong("fuzz.seed"));
        long first = replayed.orElse(System.nanoTime());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("fuzz.seconds", 1));
        long seed = first;
        do {
            tried(seed++);
        } while (replayed.isEmpty() && System.nanoTime() < end);
        System.out.println("fuzzed queries: " + (seed - first) + " inputs from seed " + first);
    }

    private void tried(long seed) {
        try {
            answer(org, new SoqlTexts(seed).broken());
        } catch (RuntimeException failed) {
            throw new AssertionError("queries failed; replay it by -Dfuzz.seed=" + seed, failed);
        }
    }

    @Test
    void indexesNeverChangeAnAnswer() {
        withoutIndexes.lead.withoutIndexes();
        SoqlTexts texts = new SoqlTexts(SEED);
        for (int i = 0; i < MANY; i++) {
            String soql = texts.valid();
            assertEquals(
                    answer(withoutIndexes, soql).orElseThrow(),
                    answer(org, soql).orElseThrow(),
                    soql);
        }
        assertTrue(org.lead.scans() < withoutIndexes.lead.scans());
    }

    /** All records with all they hold, as text; empty when the query was refused. */
    private static Optional<String> answer(TinyOrg org, String soql) {
        try {
            SoqlResult result = org.engine().queryAll(soql);
            return Optional.of(result.totalSize() + shown(result));
        } catch (SoqlException refused) {
            return Optional.empty();
        }
    }

    private static String shown(SoqlResult result) {
        return result.records().stream().map(SoqlRandomTextTest::shown).toList().toString();
    }

    private static String shown(SoqlRecord record) {
        StringBuilder text = new StringBuilder(record.type());
        record.fields()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(shown(value)));
        return text.toString();
    }

    private static Object shown(Object value) {
        if (value instanceof SoqlRecord parent) {
            return shown(parent);
        }
        return value instanceof SoqlResult children ? shown(children) : value;
    }
}
