package com.spara.sf.testkit.records;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldDraft;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one org, and all that can be done to it. Thread-safe: one thing is done at a time, and several are done
 * as one within {@link #exclusively}.
 */
public final class Records {
    private final ReentrantLock lock = new ReentrantLock();
    private final RecordStore store = new RecordStore();
    private final IdSequence ids = new IdSequence();
    private final Clock clock;
    private final Answers answers = new Answers();
    private final OrgRules rules;
    private final AssignmentRules assignment;
    private final Saves saves;
    private final Planting planting;
    private final Removals removals;
    private final UserDeletes deletes;
    private final Described described;
    private final Views views;
    private final Timeline time;
    private boolean convertedLeadsEditable;

    public Records(Clock clock) {
        this.clock = clock;
        this.described = new Described(store, ids, this::now);
        this.views = new Views(store::schema, described);
        this.rules = new OrgRules(this, store, this::view);
        References references = new References(store, this::view);
        this.assignment = new AssignmentRules(store, references, answers);
        DerivedFields derived = new DerivedFields(ids, this::now);
        AuditStamps stamps = new AuditStamps(this::now);
        this.planting = new Planting(store, ids, new SavePipeline(List.of(new DefaultValues(), derived, stamps)));
        SaveSteps.Platform platform = new SaveSteps.Platform(
                new IncomingValues(store, this::view, answers),
                new ConvertedLeads(() -> convertedLeadsEditable),
                List.of(references, derived, assignment),
                List.of(new UniqueValues(store), stamps));
        this.saves = new Saves(this, store, SaveSteps.of(platform, rules));
        this.time = new Timeline(this, store, clock);
        this.removals = new Removals(this, store, time.bin());
        this.deletes = new UserDeletes(rules, removals, this::view);
    }

    /** Does all of the work or, when it throws, nothing of it, while nobody else reads or writes. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                time.catchUp();
                beginTransaction();
            }
            return wholly(work);
        } finally {
            if (lock.getHoldCount() == 1) {
                store.commit();
            }
            lock.unlock();
        }
    }

    private <T> T wholly(Supplier<T> work) {
        int start = store.savepoint();
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            store.rollback(start);
            throw e;
        }
    }

    /** From here on the triggers' CPU time is reckoned anew. */
    public void beginTransaction() {
        rules.triggers().beginCall();
    }

    /** What passing time does to the org. */
    public Timeline time() {
        return time;
    }

    /** A point to come back to with {@link #rollback}; good until the outermost {@link #exclusively} ends. */
    public int savepoint() {
        return store.savepoint();
    }

    public void rollback(int savepoint) {
        store.rollback(savepoint);
    }

    /** The time that the org knows, in whole seconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public Clock clock() {
        return clock;
    }

    public Schema schema() {
        return exclusively(store::schema);
    }

    /** When the object was last described differently; later at each change, though the clock may stand still. */
    public Instant lastDescribed(SObject type) {
        return exclusively(() -> described.latest(type));
    }

    public void addField(String object, FieldDraft field) {
        exclusively(() -> described.change(object, type -> type.with(field)));
    }

    public void addObject(String name, List<FieldDraft> fields) {
        exclusively(() -> described.add(name, fields));
    }

    SObject touch(SObject type) {
        return described.touch(type);
    }

    /** What the org's own admins set up. */
    public OrgRules rules() {
        return rules;
    }

    /** How this org answers what no source settles. */
    public Answers answers() {
        return answers;
    }

    /** The org as the user may see it. Read it within {@link #exclusively}. */
    public UserView view(String userId) {
        return views.of(userId);
    }

    /** Takes rights from a user, or rows of one object; its describe changes with that. */
    public void restrict(String userId, String object, Restriction restriction) {
        exclusively(() -> views.restrict(userId, object, restriction));
    }

    /** Gives a user all rights back. */
    public void allowAll(String userId) {
        exclusively(() -> views.allowAll(userId));
    }

    /** Describes one field of an object anew. */
    public void changeField(String object, String field, UnaryOperator<FieldDraft> change) {
        exclusively(() -> described.change(object, type -> type.changing(field, change)));
    }

    public void assignBy(String object, OwnerRule rule) {
        exclusively(() -> {
            assignment.activate(store.schema().require(object).name(), rule);
            return rule;
        });
    }

    /** Some orgs let their users edit converted leads. */
    public void editableConvertedLeads(boolean editable) {
        exclusively(() -> convertedLeadsEditable = editable);
    }

    /** Saves a new record and returns its Id; throws {@link RefusedException} when a rule refuses it. */
    public String create(SObject type, Map<String, ?> values, SaveOptions options) {
        return save(new Change.Create(type, values), options);
    }

    /** Saves one record and returns its Id; throws {@link RefusedException} when a rule refuses it. */
    public String save(Change change, SaveOptions options) {
        return saveAll(List.of(change), options).get(0).require();
    }

    /** Saves each record that no rule refuses; the results are in order. */
    public List<SaveResult> saveAll(List<Change> changes, SaveOptions options) {
        return exclusively(() -> saves.save(changes, options));
    }

    /** Stores a record that nobody can create: only defaults and stamps are added to the values. */
    String plant(String object, Map<String, ?> values, String userId) {
        return exclusively(() -> planting.plant(object, values, userId));
    }

    String nextId(SObject type) {
        return nextId(type.keyPrefix());
    }

    /** The next Id of what begins with these three characters. */
    public String nextId(String keyPrefix) {
        return ids.next(keyPrefix);
    }

    /** Changes what is sent and leaves the rest; throws {@link RefusedException} when a rule refuses it. */
    public void update(String id, Map<String, ?> values, SaveOptions options) {
        save(new Change.Update(id, values), options);
    }

    /** Puts the record into the recycle bin, and what belongs to it. */
    public void delete(String id) {
        exclusively(() -> removals.delete(requireLive(id)));
    }

    /** The same for a user, who must be allowed to. */
    public void delete(String id, SaveOptions options) {
        exclusively(() -> {
            Row row = requireLive(id, options);
            deletes.delete(row, store.schema().require(row.type().name()), options);
            return row;
        });
    }

    /** Takes the record out of the recycle bin, and what went with it. */
    public void undelete(String id) {
        exclusively(() -> removals.undelete(require(id)));
    }

    /** Keeps the winner; the losers are deleted and name it, and what belonged to them belongs to it. */
    public void merge(String winner, List<String> losers) {
        exclusively(() -> removals.merge(
                requireLive(winner), losers.stream().map(this::requireLive).toList()));
    }

    /** Changes a row as the platform itself does, past all rules. */
    void overwrite(String id, Map<String, ?> changes) {
        exclusively(() -> removals.overwrite(require(id), changes));
    }

    /** The record with this Id in either spelling, deleted or not. */
    public Optional<Row> find(String id) {
        return exclusively(() -> RecordId.parse(id).flatMap(known -> store.find(known.value())));
    }

    /**
     * All records of an object, deleted ones too, in the order in which they were made. Read it within {@link
     * #exclusively}.
     */
    public Stream<Row> rows(SObject type) {
        return store.rows(type);
    }

    /** The records with one of these values; empty when the field has no index. Read it within {@link #exclusively}. */
    public Optional<Stream<Row>> rowsWhere(SObject type, Field field, Collection<?> values) {
        return store.rowsWhere(type, field, values);
    }

    /**
     * The records in ascending order of a field, from a value on; empty when they are not kept in that order. Read it within
     * {@link #exclusively}.
     */
    public Optional<Stream<Row>> rowsFrom(SObject type, Field field, @Nullable Object from) {
        return store.rowsFrom(type, field, from);
    }

    /** The records, not deleted, whose external id or look-up field has this value. */
    public List<Row> findByKey(SObject type, Field key, String value) {
        return exclusively(() -> ExternalIds.find(store, type, key, value));
    }

    private Row requireLive(String id) {
        return requireLive(require(id));
    }

    /** The record that is to be changed; to a user who may not read it, it is not there. */
    Row requireLive(String id, SaveOptions options) {
        Row row = require(id);
        if (options.isApi() && !view(options.userId()).sees(row)) {
            throw noSuchRecord();
        }
        return requireLive(row);
    }

    private static Row requireLive(Row row) {
        if (row.isDeleted()) {
            throw new RefusedException(SaveError.aboutTarget("ENTITY_IS_DELETED", "entity is deleted"));
        }
        return row;
    }

    private Row require(String id) {
        return find(id).orElseThrow(Records::noSuchRecord);
    }

    private static RefusedException noSuchRecord() {
        return new RefusedException(SaveError.aboutTarget("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    /** The object whose Ids begin as this one does. */
    public Optional<SObject> objectOf(String id) {
        return schema().objectOf(id);
    }
}
