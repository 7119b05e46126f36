package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an org's own admins set up. It applies to what requests save, not to what is done in the org directly. */
public final class OrgRules {
    private final RowLocks locks = new RowLocks();
    private final Storage storage = new Storage();
    private final Triggers triggers = new Triggers();
    private final RecordTypes recordTypes = new RecordTypes();
    private final Map<String, List<RowRule>> validations = new HashMap<>();
    private final Map<String, List<RowFlow>> flows = new HashMap<>();
    private final Records records;
    private final DuplicateRules duplicates;
    private final Access access;
    private RowGate gate = (row, isCreate) -> Optional.empty();

    OrgRules(Records records, RecordStore store, Function<String, UserView> views) {
        this.records = records;
        this.duplicates = new DuplicateRules(store, views);
        this.access = new Access(views);
    }

    /** Lets planned refusals happen. */
    public void gate(RowGate planned) {
        locked(() -> gate = planned);
    }

    public void validation(String object, RowRule rule) {
        locked(() -> validations
                .computeIfAbsent(name(object), key -> new ArrayList<>())
                .add(rule));
    }

    public void duplicates(String object, DuplicateCheck rule) {
        locked(() -> duplicates.activate(name(object), rule));
    }

    public void flow(String object, RowFlow flow) {
        locked(() ->
                flows.computeIfAbsent(name(object), key -> new ArrayList<>()).add(flow));
    }

    /** Installs a trigger, whose name stands in the text of its failures. */
    public void trigger(String object, String name, TriggerEvent event, RowTrigger body) {
        locked(() -> triggers.install(name(object), name, event, body));
    }

    /** From now on the triggers of the object get through so many rows in one call. */
    public void cpuBudget(String object, int rowsPerCall) {
        locked(() -> triggers.budget(name(object), rowsPerCall));
    }

    public void recordType(String object, RecordTypeInfo type) {
        locked(() -> {
            recordTypes.add(name(object), type);
            records.touch(records.schema().require(object));
        });
    }

    /** The record types of an object, in the order in which they were made. */
    public List<RecordTypeInfo> recordTypes(SObject type) {
        return records.exclusively(() -> recordTypes.of(type));
    }

    /** Holds a record, so that the next writes of it are refused. */
    public void hold(String id, int writes) {
        locked(() -> locks.hold(id, writes));
    }

    public void release(String id) {
        locked(() -> locks.release(id));
    }

    public boolean isHeld(String id) {
        return records.exclusively(() -> locks.isHeld(id));
    }

    /** Whether a record waits for an approval, during which it cannot be edited. */
    public void inApproval(String id, boolean waits) {
        locked(() -> locks.approve(id, waits));
    }

    public void storageFull(boolean full) {
        locked(() -> storage.full(full));
    }

    private String name(String object) {
        return records.schema().require(object).name();
    }

    private void locked(Runnable work) {
        records.exclusively(() -> {
            work.run();
            return work;
        });
    }

    Triggers triggers() {
        return triggers;
    }

    RowLocks locks() {
        return locks;
    }

    /** Asked before a record's values are looked at. */
    SaveStep access() {
        return access;
    }

    /** Asked when the values are known, before triggers run. */
    List<SaveStep> early() {
        return List.of(this::askGate, locks);
    }

    /** Asked when triggers have run. */
    List<SaveStep> flows() {
        return List.of(storage, this::runFlows);
    }

    /** Asked when the record is complete. */
    List<SaveStep> late() {
        return List.of(this::validate, duplicates);
    }

    SaveStep recordTypes() {
        return recordTypes;
    }

    private void askGate(Save save) {
        gate.refusal(save.row(), save.isCreate()).ifPresent(error -> {
            throw new RefusedException(error);
        });
    }

    private void runFlows(Save save) {
        flows.getOrDefault(save.type().name(), List.of()).forEach(flow -> flow.run(TriggeredRow.ofFlow(save)));
    }

    private void validate(Save save) {
        validations.getOrDefault(save.type().name(), List.of()).forEach(rule -> rule.check(save.row()));
    }
}
