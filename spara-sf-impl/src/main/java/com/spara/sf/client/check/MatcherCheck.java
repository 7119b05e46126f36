package com.spara.sf.client.check;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.Problem.Severity;
import java.util.Optional;

/** Looks at the field of one matcher, where the matcher says by which it looks. */
final class MatcherCheck {

    private final String object;
    private final ObjectDescribe known;

    MatcherCheck(String object, ObjectDescribe known) {
        this.object = object;
        this.known = known;
    }

    Optional<Problem> problem(Matcher matcher) {
        return matcher.field(object).flatMap(name -> problem(matcher, name));
    }

    private Optional<Problem> problem(Matcher matcher, String name) {
        Optional<FieldDescribe> field = known.field(name);
        if (field.isEmpty()) {
            return Optional.of(
                    problem(
                            Severity.ERROR,
                            name,
                            Reason.of(
                                    ReasonCode.FIELD_UNKNOWN,
                                    "The matcher '" + matcher.name()
                                            + "' looks by a field that the org does not have, or that the connected user may not see.")));
        }
        if (!field.get().isFilterable()) {
            return Optional.of(problem(
                    Severity.ERROR,
                    field.get().name(),
                    Reason.of(
                            ReasonCode.LOOKUP_REFUSED,
                            "The field of the matcher '" + matcher.name()
                                    + "' is of a type that Salesforce looks nothing up by, as long texts are.")));
        }
        return field.filter(described -> !described.isIndexed() && !name.equalsIgnoreCase("Email"))
                .map(
                        described -> problem(
                                Severity.WARNING,
                                described.name(),
                                Reason.of(
                                        ReasonCode.NOT_INDEXED,
                                        "The field of the matcher '" + matcher.name()
                                                + "' has no index, so it is asked after all others. The admin makes it an external id.")));
    }

    private Problem problem(Severity severity, String field, Reason reason) {
        return Problem.with(severity, object, reason).in(field);
    }
}
