package com.spara.sf.testkit;

import com.spara.sf.testkit.records.DuplicateCheck;
import com.spara.sf.testkit.records.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A duplicate rule of an object: it alerts, so that a request with {@code Sforce-Duplicate-Rule-Header:
 * allowSave=true} passes, or it blocks. It runs on create, finds nothing until it is told what matches, and never finds
 * deleted records or converted leads. Immutable: each wither returns another rule.
 *
 * <pre>{@code
 * DuplicateRule samePerson = DuplicateRule.alert("Same_Person").matchingEmail().matchingEmail("Contact");
 * org.rules("Lead").duplicates(samePerson);
 * }</pre>
 */
public final class DuplicateRule {
    private static final String ALERT = "Use one of these records?";

    private final DuplicateCheck check;

    private DuplicateRule(DuplicateCheck check) {
        this.check = check;
    }

    /**
     * Returns a rule that alerts.
     *
     * @param name its developer name
     * @return the rule
     */
    public static DuplicateRule alert(String name) {
        return new DuplicateRule(new DuplicateCheck(name, false, false, ALERT, List.of()));
    }

    /**
     * Returns a rule that blocks: no header lets a duplicate pass.
     *
     * @param name its developer name
     * @return the rule
     */
    public static DuplicateRule block(String name) {
        return new DuplicateRule(new DuplicateCheck(name, true, false, ALERT, List.of()));
    }

    /**
     * Returns this rule so that it finds records of its own object that have the same e-mail address.
     *
     * @return the rule
     */
    public DuplicateRule matchingEmail() {
        return with(new DuplicateCheck.Match(null, "Email", (incoming, existing) -> true));
    }

    /**
     * Returns this rule so that it finds records of another object that have the same e-mail address.
     *
     * @param object the API name, for example {@code Contact}
     * @return the rule
     */
    public DuplicateRule matchingEmail(String object) {
        return with(new DuplicateCheck.Match(object, "Email", (incoming, existing) -> true));
    }

    /**
     * Returns this rule so that it finds the records of its own object that match.
     *
     * @param test whether a record that is about to be saved, and one that is there, are the same
     * @return the rule
     */
    public DuplicateRule matching(BiPredicate<FakeRecord, FakeRecord> test) {
        return with(new DuplicateCheck.Match(null, null, rows(test)));
    }

    /**
     * Returns this rule so that it finds the records of another object that match.
     *
     * @param object the API name, for example {@code Contact}
     * @param test whether a record that is about to be saved, and one of the other object, are the same
     * @return the rule
     */
    public DuplicateRule matching(String object, BiPredicate<FakeRecord, FakeRecord> test) {
        return with(new DuplicateCheck.Match(object, null, rows(test)));
    }

    /**
     * Returns this rule so that it runs when records are updated, too.
     *
     * @return the rule
     */
    public DuplicateRule onEdit() {
        return new DuplicateRule(
                new DuplicateCheck(check.name(), check.blocks(), true, check.message(), check.matches()));
    }

    /**
     * Returns this rule with a text of its own, in place of <q>Use one of these records?</q>.
     *
     * @param text what the admin tells people
     * @return the rule
     */
    public DuplicateRule saying(String text) {
        return new DuplicateRule(
                new DuplicateCheck(check.name(), check.blocks(), check.runsOnEdit(), text, check.matches()));
    }

    private DuplicateRule with(DuplicateCheck.Match match) {
        List<DuplicateCheck.Match> matches = new ArrayList<>(check.matches());
        matches.add(match);
        return new DuplicateRule(
                new DuplicateCheck(check.name(), check.blocks(), check.runsOnEdit(), check.message(), matches));
    }

    private static BiPredicate<Row, Row> rows(BiPredicate<FakeRecord, FakeRecord> test) {
        return (incoming, existing) -> test.test(new FakeRecord(incoming), new FakeRecord(existing));
    }

    DuplicateCheck check() {
        return check;
    }

    @Override
    public String toString() {
        return (check.blocks() ? "block " : "alert ") + check.name();
    }
}
