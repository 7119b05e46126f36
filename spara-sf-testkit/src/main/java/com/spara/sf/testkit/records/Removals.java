package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.ChildRelationship;
import com.spara.sf.testkit.schema.SObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deletes, takes back and merges: what happens to a record as a whole, and to the records that belong to it. */
final class Removals {
    private static final String MASTER = "MasterRecordId";
    private static final int MOST_LOSERS = 2;

    private final Records records;
    private final RecordStore store;
    private final RecycleBin bin;

    Removals(Records records, RecordStore store, RecycleBin bin) {
        this.records = records;
        this.store = store;
        this.bin = bin;
    }

    Row delete(Row row) {
        if (row.type().field("IsDeleted").isEmpty()) {
            throw new RefusedException(SaveError.of(
                    "CANNOT_DELETE_ENTITY",
                    "entity type cannot be deleted: " + row.type().name()));
        }
        requireCommitted(row);
        children(row, ChildRelationship::isCascading)
                .filter(child -> !child.row.isDeleted())
                .forEach(child -> delete(child.row));
        return putIntoBin(row, Map.of("IsDeleted", true));
    }

    /** Nothing that goes with the record may be changed by somebody whose change is not committed yet. */
    private void requireCommitted(Row row) {
        committed(row);
        children(row, ChildRelationship::isCascading).forEach(child -> requireCommitted(child.row));
    }

    private Row committed(Row row) {
        return records.rules().locks().committed(row);
    }

    private Row putIntoBin(Row row, Map<String, ?> changes) {
        bin.take(row.id(), records.now());
        return overwrite(row, changes);
    }

    /** What was deleted in the same moment and belongs to the record comes back with it. */
    Row undelete(Row row) {
        if (!row.isDeleted()) {
            throw new RefusedException(SaveError.of("UNDELETE_FAILED", "entity is not in the recycle bin"));
        }
        requireCommitted(row);
        Object moment = Objects.requireNonNull(row.value("SystemModstamp"));
        children(row, ChildRelationship::isCascading)
                .filter(child -> child.row.isDeleted() && moment.equals(child.row.value("SystemModstamp")))
                .forEach(child -> undelete(child.row));
        return overwrite(row, Map.of("IsDeleted", false));
    }

    Row merge(Row winner, List<Row> losers) {
        requireMergeable(winner, losers);
        committed(winner);
        losers.forEach(loser -> childrenToMove(committed(loser)).forEach(child -> committed(child.row)));
        for (Row loser : losers) {
            childrenToMove(loser).forEach(child -> overwrite(child.row, Map.of(child.field, winner.id())));
            putIntoBin(loser, Map.of("IsDeleted", true, MASTER, winner.id()));
        }
        return overwrite(winner, Map.of());
    }

    private Stream<Child> childrenToMove(Row loser) {
        return children(loser, child -> !child.field().name().equals(MASTER));
    }

    private static void requireMergeable(Row winner, List<Row> losers) {
        boolean same = losers.stream()
                .allMatch(loser -> loser.type().name().equals(winner.type().name()));
        boolean others = losers.stream().noneMatch(loser -> loser.id().equals(winner.id()));
        if (!same
                || !others
                || losers.isEmpty()
                || losers.size() > MOST_LOSERS
                || winner.type().field(MASTER).isEmpty()) {
            throw new RefusedException(SaveError.of(
                    "INVALID_OPERATION",
                    "a merge takes up to three different records of one object that can be merged"));
        }
    }

    /** Writes values past all rules; only {@code SystemModstamp} moves with them. */
    Row overwrite(Row row, Map<String, ?> changes) {
        SObject type = store.schema().require(row.type().name());
        Map<String, Object> stamped = new HashMap<>(changes);
        if (type.field("SystemModstamp").isPresent()) {
            stamped.put("SystemModstamp", records.now());
        }
        Row changed = row.with(type, stamped);
        store.replace(changed);
        return changed;
    }

    private Stream<Child> children(Row row, Predicate<ChildRelationship> wanted) {
        return store.schema().children(row.type()).stream()
                .filter(wanted)
                .flatMap(relation -> store.rowsWith(relation.child(), relation.field(), row.id()).stream()
                        .map(child -> new Child(child, relation.field().name())))
                .toList()
                .stream();
    }

    /** A row that refers to another, and the field by which it does. */
    private record Child(Row row, String field) {}
}
