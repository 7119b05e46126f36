package com.spara.sf.testkit.records;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.schema.CustomObject;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldDraft;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The state of one org, and all that can be done to it. Thread-safe: one thing is done at a time, and several are done
 * as one within {@link #exclusively}.
 */
public final class Records {
    private static final int PREFIX = 3;
    private static final String CUSTOM_OBJECTS = "custom object";
    private static final int CUSTOM_DIGITS = 36;

    private final ReentrantLock lock = new ReentrantLock();
    private final RecordStore store = new RecordStore();
    private final IdSequence ids = new IdSequence();
    private final Clock clock;
    private final AssignmentRules assignment;
    private final SavePipeline pipeline;
    private final SavePipeline planting;
    private final Removals removals;
    private final Map<String, Instant> described = new HashMap<>();
    private final Instant made;
    private boolean convertedLeadsEditable;

    public Records(Clock clock) {
        this.clock = clock;
        this.made = now();
        References references = new References(store);
        this.assignment = new AssignmentRules(store, references);
        DerivedFields derived = new DerivedFields(ids, this::now);
        AuditStamps stamps = new AuditStamps(this::now);
        this.planting = new SavePipeline(List.of(new DefaultValues(), derived, stamps));
        this.pipeline = new SavePipeline(List.of(
                new IncomingValues(store),
                new ConvertedLeads(() -> convertedLeadsEditable),
                new DefaultValues(),
                new RequiredFields(),
                new RestrictedPicklists(),
                references,
                derived,
                assignment,
                new UniqueValues(store),
                stamps));
        this.removals = new Removals(store, this::now);
    }

    /** Does all of the work or, when it throws, nothing of it, while nobody else reads or writes. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        int start = store.savepoint();
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            store.rollback(start);
            throw e;
        } finally {
            if (lock.getHoldCount() == 1) {
                store.commit();
            }
            lock.unlock();
        }
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
        return exclusively(() -> described.getOrDefault(type.name(), made));
    }

    public void addField(String object, FieldDraft field) {
        exclusively(() -> describe(store.schema().require(object).with(field)));
    }

    public void addObject(String name, List<FieldDraft> fields) {
        exclusively(() -> {
            long number = ids.number(CUSTOM_OBJECTS) - 1;
            String digits = Long.toString(number / CUSTOM_DIGITS, CUSTOM_DIGITS)
                    + Long.toString(number % CUSTOM_DIGITS, CUSTOM_DIGITS);
            return describe(CustomObject.of(name, "a" + digits, fields));
        });
    }

    private SObject describe(SObject type) {
        Instant later = lastDescribed(type).plusSeconds(1);
        described.put(type.name(), later.isAfter(now()) ? later : now());
        store.describe(type);
        return type;
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
        return exclusively(() -> {
            Save save = Save.create(type, values, options);
            Row checked = pipeline.run(save);
            Row row = checked.with(type, Map.of("Id", nextId(type)));
            store.insert(row);
            return row.id();
        });
    }

    /** Stores a record that nobody can create: only defaults and stamps are added to the values. */
    String plant(String object, Map<String, ?> values, String userId) {
        return exclusively(() -> {
            SObject type = store.schema().require(object);
            Save save = Save.create(type, Map.of(), SaveOptions.admin(userId));
            values.forEach(save::set);
            Row row = planting.run(save);
            Row stored = values.containsKey("Id") ? row : row.with(type, Map.of("Id", nextId(type)));
            store.insert(stored);
            return stored.id();
        });
    }

    String nextId(SObject type) {
        return ids.next(type.keyPrefix());
    }

    /** Changes what is sent and leaves the rest; throws {@link RefusedException} when a rule refuses it. */
    public void update(String id, Map<String, ?> values, SaveOptions options) {
        exclusively(() -> {
            Row before = requireLive(id);
            Row after = pipeline.run(
                    Save.update(store.schema().require(before.type().name()), before, values, options));
            store.replace(after);
            return after;
        });
    }

    /** Puts the record into the recycle bin, and what belongs to it. */
    public void delete(String id) {
        exclusively(() -> removals.delete(requireLive(id)));
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

    /** The records, not deleted, whose external id or look-up field has this value. */
    public List<Row> findByKey(SObject type, Field key, String value) {
        return exclusively(() -> ExternalIds.find(store, type, key, value));
    }

    private Row requireLive(String id) {
        Row row = require(id);
        if (row.isDeleted()) {
            throw new RefusedException(SaveError.aboutTarget("ENTITY_IS_DELETED", "entity is deleted"));
        }
        return row;
    }

    private Row require(String id) {
        return find(id).orElseThrow(() -> new RefusedException(
                SaveError.aboutTarget("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")));
    }

    /** The object whose Ids begin as this one does. */
    public Optional<SObject> objectOf(String id) {
        return schema().objectOf(id.substring(0, PREFIX));
    }
}
