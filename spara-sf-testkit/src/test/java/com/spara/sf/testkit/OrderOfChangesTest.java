package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading on in the order of changes, from a place and page by page, gives what sorting everything gives. */
class OrderOfChangesTest {
    private static final String ORDER = " ORDER BY SystemModstamp, Id";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private List<String> ids(String soql, boolean withDeleted) {
        Wire.Reply reply = withDeleted ? wire.queryAll(soql) : wire.query(soql);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(reply.text("/totalSize")); i++) {
            ids.add(reply.text("/records/" + i + "/Id") + " " + reply.text("/records/" + i + "/SystemModstamp"));
        }
        return ids;
    }

    /** All pages, each behind the last row of the one before. */
    private List<String> paged(int size, boolean withDeleted) {
        List<String> all = new ArrayList<>();
        String place = "";
        while (true) {
            String soql = "SELECT Id, SystemModstamp FROM Lead" + place + ORDER + " LIMIT " + size;
            List<String> page = ids(soql, withDeleted);
            all.addAll(page);
            if (page.size() < size) {
                return all;
            }
            String[] last = page.get(size - 1).split(" ", 2);
            String stamp = last[1].replace("+0000", "Z");
            place = " WHERE SystemModstamp >= " + stamp + " AND (SystemModstamp > " + stamp + " OR Id > '" + last[0]
                    + "')";
        }
    }

    private void live(Random random, List<RecordId> alive) {
        org.clock().advance(Duration.ofSeconds(random.nextInt(3)));
        if (alive.size() < 10 || random.nextInt(3) == 0) {
            alive.add(org.add("Lead", "LastName", "L" + random.nextInt(9), "Company", "C"));
        } else if (random.nextInt(4) == 0) {
            org.delete(alive.remove(random.nextInt(alive.size())));
        } else {
            org.update(alive.get(random.nextInt(alive.size())), "Company", "C" + random.nextInt(99));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesAreTheWholeInItsOrder(long seed) {
        Random random = new Random(seed);
        List<RecordId> alive = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int change = 0; change < 12; change++) {
                live(random, alive);
            }
            boolean withDeleted = random.nextBoolean();
            List<String> whole = ids("SELECT Id, SystemModstamp FROM Lead" + ORDER, withDeleted);
            assertEquals(whole, paged(1 + random.nextInt(9), withDeleted));
            Set<String> stamps = new HashSet<>();
            whole.forEach(row -> stamps.add(row.split(" ", 2)[1]));
            assertEquals(
                    stamps.stream().sorted().toList(),
                    whole.stream().map(row -> row.split(" ", 2)[1]).distinct().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE LastName = 'L1' ORDER BY SystemModstamp",
                "WHERE SystemModstamp > 2026-11-23T09:00:20Z ORDER BY SystemModstamp",
                "WHERE SystemModstamp > 2026-11-23T09:00:20Z OR LastName = 'L2' ORDER BY SystemModstamp",
                "WHERE NOT SystemModstamp > 2026-11-23T09:00:20Z ORDER BY SystemModstamp, LastName",
                "WHERE SystemModstamp <= 2026-11-23T09:00:20Z ORDER BY SystemModstamp, LastName DESC",
                "ORDER BY SystemModstamp NULLS LAST",
                "ORDER BY SystemModstamp DESC"
            })
    void aLimitTakesTheFirstOfTheWhole(String rest) {
        Random random = new Random(7);
        List<RecordId> alive = new ArrayList<>();
        for (int change = 0; change < 60; change++) {
            live(random, alive);
        }
        List<String> whole = ids("SELECT Id, SystemModstamp FROM Lead " + rest, false);
        for (int limit = 0; limit <= whole.size(); limit++) {
            assertEquals(
                    whole.subList(0, limit),
                    ids("SELECT Id, SystemModstamp FROM Lead " + rest + " LIMIT " + limit, false));
        }
    }
}
