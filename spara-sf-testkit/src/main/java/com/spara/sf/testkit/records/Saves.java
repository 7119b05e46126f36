package com.spara.sf.testkit.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saves records in chunks of up to 200, as triggers see them. */
final class Saves {
    private static final int CHUNK = 200;

    private final Records records;
    private final RecordStore store;
    private final Triggers triggers;
    private final SavePipeline reading;
    private final SavePipeline checking;

    Saves(Records records, RecordStore store, SaveSteps steps) {
        this.records = records;
        this.store = store;
        this.triggers = steps.triggers();
        this.reading = steps.reading();
        this.checking = steps.checking();
    }

    /** Saves each record or refuses it; the results are in order. */
    List<SaveResult> save(List<Change> changes, SaveOptions options) {
        List<SaveResult> results = new ArrayList<>();
        for (int start = 0; start < changes.size(); ) {
            List<Change> chunk = chunk(changes.subList(start, changes.size()));
            results.addAll(saveChunk(chunk, options));
            start += chunk.size();
        }
        return results;
    }

    /** The next changes that are of one kind and speak of different records. */
    private List<Change> chunk(List<Change> changes) {
        String kind = kind(changes.get(0));
        Set<Object> ids = new HashSet<>();
        int size = 0;
        while (size < Math.min(CHUNK, changes.size())
                && kind.equals(kind(changes.get(size)))
                && (!(changes.get(size) instanceof Change.Update update) || ids.add(update.id()))) {
            size++;
        }
        return changes.subList(0, size);
    }

    private String kind(Change change) {
        return change instanceof Change.Create create
                ? "create " + create.type()
                : "update " + records.objectOf(((Change.Update) change).id());
    }

    private List<SaveResult> saveChunk(List<Change> chunk, SaveOptions options) {
        List<Attempt> attempts = chunk.stream()
                .map(change -> Attempt.begin(() -> begin(change, options)))
                .toList();
        attempts.forEach(attempt -> attempt.go(reading::run));
        run(attempts, true);
        storeAll(attempts);
        return attempts.stream().map(Attempt::result).toList();
    }

    private Save begin(Change change, SaveOptions options) {
        if (change instanceof Change.Create create) {
            return Save.create(records.schema().require(create.type().name()), create.values(), options);
        }
        Row before = records.requireLive(((Change.Update) change).id(), options);
        return Save.update(records.schema().require(before.type().name()), before, change.values(), options);
    }

    /** When a trigger refuses what is stored already, all is taken back and the others are stored again. */
    private void storeAll(List<Attempt> attempts) {
        int start = store.savepoint();
        long going = attempts.stream().filter(Attempt::isAlive).count();
        while (going > 0) {
            attempts.forEach(attempt -> attempt.go(save -> attempt.stored(store(save))));
            long stored = attempts.stream().filter(Attempt::isAlive).count();
            run(attempts, false);
            going = attempts.stream().filter(Attempt::isAlive).count();
            if (going == stored) {
                return;
            }
            store.rollback(start);
        }
    }

    private void run(List<Attempt> attempts, boolean before) {
        attempts.stream()
                .flatMap(attempt -> attempt.alive().stream())
                .findFirst()
                .ifPresent(first -> {
                    if (first.options().isApi()) {
                        triggers.run(
                                TriggerEvent.of(before, first.isCreate()),
                                first.type().name(),
                                attempts);
                    }
                });
    }

    private String store(Save save) {
        Row checked = checking.run(save);
        if (!save.isCreate()) {
            store.replace(checked);
            save.stored(checked);
            return checked.id();
        }
        Row row = checked.with(save.type(), Map.of("Id", records.nextId(save.type())));
        store.insert(row);
        save.stored(row);
        return row.id();
    }
}
