package com.spara.sf.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Tries inputs for a while, each made by a seed of its own: {@code -Dfuzz.seconds=600} tries longer, and {@code -Dfuzz.seed=…}
 * tries the one input that failed.
 */
final class Fuzzing {

    /** What is tried. */
    interface Target {
        void run(RandomGenerator random);
    }

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 1);
    private static final Optional<Long> REPLAYED = Optional.ofNullable(Long.getLong("fuzz.seed"));
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e999999999",
            "-0",
            "\\",
            "\\u0000",
            "\\ud83d",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\r\n",
            " ",
            "\u00a0",
            "%",
            "%00",
            "%zz",
            "&",
            "=",
            "?",
            "#",
            "@",
            "@{a.b}",
            "/",
            "//",
            "..",
            "'",
            "\\'",
            "https://",
            "http://",
            ":443",
            ".my.salesforce.com",
            "xn--",
            "\u0130",
            "ß",
            "9".repeat(200),
            "x".repeat(3000));

    private Fuzzing() {}

    /** Tries inputs until the time is over; a failure tells the seed of its input. */
    static void of(String name, Target target) {
        long first = REPLAYED.orElse(System.nanoTime());
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long count = 0;
        do {
            long seed = first + count++;
            tried(name, target, seed);
        } while (REPLAYED.isEmpty() && System.nanoTime() < end);
        System.out.println("fuzzed " + name + ": " + count + " inputs from seed " + first);
    }

    private static void tried(String name, Target target, long seed) {
        try {
            target.run(new SplittableRandom(seed));
        } catch (Throwable failed) {
            throw new AssertionError(name + " failed; replay it by -Dfuzz.seed=" + seed, failed);
        }
    }

    /** One of the samples in which pieces were put in, taken out, doubled or moved. */
    static String mutated(List<String> samples, RandomGenerator random) {
        String text = samples.get(random.nextInt(samples.size()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(12));
            String put = switch (random.nextInt(3)) {
                case 0 -> PIECES.get(random.nextInt(PIECES.size()));
                case 1 -> text.substring(from, to);
                default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
            };
            text = text.substring(0, from) + put + text.substring(random.nextBoolean() ? from : to);
        }
        return text;
    }
}
