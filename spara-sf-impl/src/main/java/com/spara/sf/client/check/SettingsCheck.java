package com.spara.sf.client.check;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.describe.Placeholders;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what in settings cannot work in an org, or will surprise. A pure function of the settings and the describes. */
public final class SettingsCheck {

    private final SyncSettings settings;
    private final Describes describes;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsCheck(SyncSettings settings, Describes describes) {
        this.settings = settings;
        this.describes = describes;
    }

    /** The problems, errors first. */
    public static List<Problem> of(SyncSettings settings, Describes describes) {
        SettingsCheck check = new SettingsCheck(settings, describes);
        check.object("Lead");
        check.object("Contact");
        check.problems.sort(Comparator.comparing(Problem::severity));
        return List.copyOf(check.problems);
    }

    private void object(String object) {
        PushRule rule = settings.rule(object);
        if (!rule.updates()) {
            return;
        }
        Optional<ObjectDescribe> known = describes.of(object);
        if (known.isEmpty()) {
            problems.add(Problem.with(Severity.ERROR, object, whyUnknown(object)));
            return;
        }
        rights(object, rule, known.get());
        for (FieldMapping mapping : rule.mappings()) {
            new MappingCheck(object, rule, mapping, known.get()).problem().ifPresent(problems::add);
        }
        MatcherCheck matcher = new MatcherCheck(object, known.get());
        settings.matching().matchers().forEach(one -> matcher.problem(one).ifPresent(problems::add));
        rule.creation().ifPresent(create -> {
            required(object, create, known.get());
            create.key().ifPresent(key -> key(object, key, known.get()));
        });
    }

    private Reason whyUnknown(String object) {
        return describes.isRefused(object)
                ? Reason.of(ReasonCode.NO_RIGHT, "The connected user may not see the object.")
                : notAsked();
    }

    /** Nothing is said of an object that Salesforce did not describe. */
    static Reason notAsked() {
        return Reason.of(
                ReasonCode.UNREACHABLE,
                "Salesforce could not be asked about the object just now, so nothing is known of it. Check again later.");
    }

    private void rights(String object, PushRule rule, ObjectDescribe known) {
        if (!known.isUpdateable()) {
            add(Severity.ERROR, object, ReasonCode.NO_RIGHT, "The connected user may not write records of the object.");
        }
        if (rule.creates() && !known.isCreateable()) {
            add(
                    Severity.ERROR,
                    object,
                    ReasonCode.NO_RIGHT,
                    "The connected user may not create records of the object.");
        }
        if (known.field("Email").isEmpty()) {
            problems.add(Problem.with(
                            Severity.ERROR,
                            object,
                            Reason.of(
                                    ReasonCode.FIELD_UNKNOWN,
                                    "The connected user may not see the field, so nothing is matched by e-mail."))
                    .in("Email"));
        }
    }

    private void key(String object, FieldMapping key, ObjectDescribe known) {
        known.field(key.salesforceField())
                .filter(field -> !field.isUnique())
                .ifPresent(field -> problems.add(Problem.with(
                                Severity.ERROR,
                                object,
                                Reason.of(
                                        ReasonCode.KEY_NOT_UNIQUE,
                                        "The field is the key of new records and is not unique in the org, so it does not keep "
                                                + "them from being doubled. The admin makes it unique, and an external id."))
                        .in(field.name())));
    }

    private void required(String object, PushRule.CreateWhenNoMatch rule, ObjectDescribe known) {
        known.fields().stream()
                .filter(field -> field.isRequiredOnCreate() && !isMapped(field.name(), rule))
                .filter(field -> !hasPlaceholder(object, field.name(), rule))
                .forEach(field -> problems.add(Problem.with(
                                Severity.ERROR,
                                object,
                                Reason.of(
                                        ReasonCode.REQUIRED_MISSING,
                                        "Salesforce requires the field on a new record, and nothing is mapped to it. "
                                                + "Map a field of the lead, or a constant."))
                        .in(field.name())));
        if (object.equals("Contact") && !isMapped("AccountId", rule)) {
            problems.add(Problem.with(
                            Severity.WARNING,
                            object,
                            Reason.of(
                                    ReasonCode.CONTACT_WITHOUT_ACCOUNT,
                                    "New Contacts would belong to no Account, and only their owner may see them. "
                                            + "Map salesforce_account_id to it, on create only."))
                    .in("AccountId"));
        }
    }

    private static boolean hasPlaceholder(String object, String field, PushRule.CreateWhenNoMatch rule) {
        return Placeholders.of(object).contains(field) && rule.placeholderText().isPresent();
    }

    private static boolean isMapped(String field, PushRule rule) {
        return rule.mappings().stream()
                .anyMatch(mapping -> mapping.salesforceField().equalsIgnoreCase(field));
    }

    private void add(Severity severity, String object, String code, String text) {
        problems.add(Problem.with(severity, object, Reason.of(code, text)));
    }
}
