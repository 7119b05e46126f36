package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.OrgSetup;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.RowFlow;
import com.spara.sf.testkit.records.RowRule;
import com.spara.sf.testkit.schema.FieldFlag;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the admins of an org set up for one object. Rules apply to what is saved over the API; what a test does to the
 * org directly passes them. A rule stays until the org is gone. As thread-safe as the org.
 *
 * <pre>{@code
 * org.rules("Lead").validation(lead -> lead.text("Phone") == null, "A lead needs a phone number", "Phone");
 * org.rules("Lead").trigger("LeadTrigger", Trigger.When.BEFORE_INSERT, leads -> leads.get(0).set("Rating", "Hot"));
 * }</pre>
 */
public final class ObjectRules {
    private final Records records;
    private final OrgSetup setup;
    private final String object;

    ObjectRules(Records records, OrgSetup setup, String object) {
        this.records = records;
        this.setup = setup;
        this.object = records.schema().require(object).name();
    }

    /**
     * Adds a validation rule: records that violate it are refused with FIELD_CUSTOM_VALIDATION_EXCEPTION.
     *
     * @param violation whether a record, as it is about to be stored, violates the rule
     * @param message what the admin tells people
     * @param fields the field at which the message is shown, if any
     * @return these rules
     */
    public ObjectRules validation(Predicate<FakeRecord> violation, String message, String... fields) {
        RowRule rule = new RowRule(row -> violation.test(new FakeRecord(row)), message, List.of(fields));
        records.rules().validation(object, rule);
        return this;
    }

    /**
     * Adds a duplicate rule.
     *
     * @param rule the rule; among several, the first that finds something refuses
     * @return these rules
     */
    public ObjectRules duplicates(DuplicateRule rule) {
        records.rules().duplicates(object, rule.check());
        return this;
    }

    /**
     * Adds a trigger. When it throws, all records that it was given fail with CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY.
     *
     * @param name the trigger's name, which stands in the text of its failures
     * @param when the event
     * @param trigger what it does
     * @return these rules
     */
    public ObjectRules trigger(String name, Trigger.When when, Trigger trigger) {
        records.rules()
                .trigger(
                        object,
                        name,
                        when.event(),
                        rows -> trigger.run(rows.stream().map(Trigger.Row::new).toList()));
        return this;
    }

    /**
     * Adds a flow that runs for each record before it is stored. When it throws, that record fails with
     * CANNOT_EXECUTE_FLOW_TRIGGER.
     *
     * @param name the flow's name, which stands in the text of its failures
     * @param flow what it does
     * @return these rules
     */
    public ObjectRules flow(String name, Consumer<Trigger.Row> flow) {
        records.rules().flow(object, new RowFlow(name, row -> flow.accept(new Trigger.Row(row))));
        return this;
    }

    /**
     * Gives the object triggers so slow that one HTTP call gets through so many of its records, however the call is
     * parted; objects with a budget share one. The chunk that exceeds it fails as a whole with
     * CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, <q>Apex CPU time limit exceeded</q>, and so does what comes after it.
     *
     * @param recordsPerCall how many records of this object alone fit into one call, at least 1
     * @return these rules
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ObjectRules cpuBudget(int recordsPerCall) {
        if (recordsPerCall < 1) {
            throw new IllegalArgumentException("a call gets through at least 1 record, not " + recordsPerCall);
        }
        records.rules().cpuBudget(object, recordsPerCall);
        return this;
    }

    /**
     * Adds a record type, and the field {@code RecordTypeId} if the object has none yet. A restricted picklist takes
     * only what the record's type offers.
     *
     * @param name the name, from which the developer name is made
     * @param picklists the values that the type offers, by field; other fields offer all
     * @return the record type's Id
     */
    public RecordId recordType(String name, Map<String, List<String>> picklists) {
        return RecordId.of(setup.addRecordType(object, name, picklists));
    }

    /**
     * Makes a picklist take only what it offers.
     *
     * @param field the field's API name
     * @return these rules
     */
    public ObjectRules restrict(String field) {
        records.changeField(object, field, draft -> draft.with(FieldFlag.RESTRICTED_PICKLIST));
        return this;
    }

    /**
     * Takes values out of the choice of a picklist; records that have them keep them.
     *
     * @param field the field's API name
     * @param values the values, which need not be offered so far
     * @return these rules
     */
    public ObjectRules deactivate(String field, String... values) {
        records.changeField(object, field, draft -> draft.inactive(List.of(values)));
        return this;
    }

    /**
     * Makes a field required on every record that is saved from now on.
     *
     * @param field the field's API name
     * @return these rules
     */
    public ObjectRules require(String field) {
        records.changeField(object, field, draft -> draft.without(FieldFlag.NILLABLE));
        return this;
    }

    @Override
    public String toString() {
        return "the rules of " + object;
    }
}
