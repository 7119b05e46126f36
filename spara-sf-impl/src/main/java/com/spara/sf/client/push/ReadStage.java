package com.spara.sf.client.push;

import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.read.Needs;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the matchers and the enrichers asked for, all leads in one call, and then what only that first look shows to
 * be needed: masters of merged records, matchers without an index for leads that nothing else matched.
 */
final class ReadStage {

    private static final Map<String, List<String>> BASE_FIELDS = Map.of(
            "Lead",
            List.of(
                    "Id",
                    "Email",
                    "IsDeleted",
                    "MasterRecordId",
                    "IsConverted",
                    "ConvertedContactId",
                    "ConvertedAccountId",
                    "CreatedDate",
                    "SystemModstamp"),
            "Contact",
            List.of("Id", "Email", "IsDeleted", "MasterRecordId", "AccountId", "CreatedDate", "SystemModstamp"));

    private static final String PERSON_ACCOUNT = "IsPersonAccount";

    private final SyncSettings settings;
    private final Describes describes;
    private final LookupReader reader;
    private final EnrichStage enriching;

    ReadStage(SyncSettings settings, Describes describes, LookupReader reader, EnrichStage enriching) {
        this.settings = settings;
        this.describes = describes;
        this.reader = reader;
        this.enriching = enriching;
    }

    /** Reads, matches and enriches; returns all that was answered. */
    Answers run(List<LeadWork> works, CallMeter meter) {
        boolean personAccountsKnown = describes.of("Contact").isPresent();
        Answers answers = reader.read(firstNeeds(works), meter);
        if (!personAccountsKnown && mayBePersonAccounts(works, answers)) {
            answers = reader.read(firstNeeds(works), meter);
        }
        followMerges(works, answers, meter);
        match(works, answers);
        askLateMatchers(works, answers, meter);
        enriching.run(works, answers, (needs, calls) -> reader.read(withFields(needs, works), calls), meter);
        return answers;
    }

    private void match(List<LeadWork> works, Answers answers) {
        MatchStage matching = new MatchStage(settings, answers, this::isLate);
        works.forEach(matching::match);
    }

    /** Orgs with person accounts have a field that can only be asked for once the describe is known. */
    private boolean mayBePersonAccounts(List<LeadWork> works, Answers answers) {
        return hasPersonAccounts()
                && works.stream()
                        .flatMap(work -> work.object("Contact").lookups().stream())
                        .anyMatch(lookup ->
                                answers.to(lookup).filter(a -> a.count() > 0).isPresent());
    }

    private boolean hasPersonAccounts() {
        return describes
                .of("Contact")
                .flatMap(known -> known.field(PERSON_ACCOUNT))
                .isPresent();
    }

    private void followMerges(List<LeadWork> works, Answers answers, CallMeter meter) {
        Set<Lookup> masters = MatchStage.mastersToRead(works, answers);
        for (int hop = 0; !masters.isEmpty() && hop < 5; hop++) {
            Needs needs = withFields(new Needs(), works);
            masters.forEach(needs::lookup);
            answers.addAll(reader.read(needs, meter));
            masters = MatchStage.mastersToRead(works, answers);
        }
    }

    private void askLateMatchers(List<LeadWork> works, Answers answers, CallMeter meter) {
        Needs needs = new Needs();
        for (LeadWork work : works) {
            addUnasked(work.object("Lead"), answers, needs);
            addUnasked(work.object("Contact"), answers, needs);
        }
        if (!needs.isEmpty()) {
            answers.addAll(reader.read(withFields(needs, works), meter));
            match(works, answers);
        }
    }

    private static void addUnasked(ObjectWork object, Answers answers, Needs needs) {
        if (object.record().isPresent()) {
            return;
        }
        for (Lookup lookup : object.lookups()) {
            if (isUnasked(lookup, answers)) {
                needs.lookup(lookup);
            }
        }
    }

    private static boolean isUnasked(Lookup lookup, Answers answers) {
        return answers.to(lookup).isEmpty() && answers.refusal(lookup).isEmpty();
    }

    private Needs firstNeeds(List<LeadWork> works) {
        Needs needs = withFields(new Needs(), works);
        for (LeadWork work : works) {
            addEarly(work.object("Lead").lookups(), needs);
            addEarly(work.object("Contact").lookups(), needs);
            for (Lookup lookup : work.enricherLookups()) {
                if (!lookup.isOfMatched()) {
                    needs.lookup(lookup);
                }
            }
        }
        return needs;
    }

    private void addEarly(List<Lookup> lookups, Needs needs) {
        for (Lookup lookup : lookups) {
            if (!isLate(lookup)) {
                needs.lookup(lookup);
            }
        }
    }

    /** Whether a lookup would make Salesforce scan the object, as far as the describe in hand tells. */
    private boolean isLate(Lookup lookup) {
        Optional<ObjectDescribe> known = describes.of(lookup.object());
        return known.isPresent() && !isIndexed(known.get(), lookup.conditionFields());
    }

    private boolean isLate(Ask ask) {
        for (Lookup lookup : ask.lookups()) {
            if (!lookup.isOfMatched() && isLate(lookup)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIndexed(ObjectDescribe known, Set<String> fields) {
        for (String field : fields) {
            if (field.equals("Email")
                    || known.field(field).map(FieldDescribe::isIndexed).orElse(true)) {
                return true;
            }
        }
        return false;
    }

    private Needs withFields(Needs needs, List<LeadWork> works) {
        Set<Lookup> matched = new LinkedHashSet<>();
        needs.fields("Lead", fieldsOf("Lead"));
        needs.fields("Contact", fieldsOf("Contact"));
        for (LeadWork work : works) {
            matched.addAll(work.object("Contact").lookupsOfMatched());
        }
        Set<Lookup> wanted = ofMatched(works);
        wanted.forEach(lookup -> needs.fields(lookup.object(), ofMatched(lookup, lookup.fields())));
        Set<String> ofContact = fieldsOf("Contact");
        wanted.stream()
                .filter(lookup -> lookup.object().equals("Contact"))
                .forEach(lookup -> ofContact.addAll(ofMatched(lookup, lookup.fields())));
        matched.forEach(lookup -> needs.fields(lookup.object(), ofMatched(lookup, ofContact)));
        return needs;
    }

    /** What the enrichers want to know of the records that are matched, which is the same for most leads. */
    static Set<Lookup> ofMatched(Collection<LeadWork> works) {
        Set<Lookup> wanted = new LinkedHashSet<>();
        for (LeadWork work : works) {
            for (Lookup lookup : work.enricherLookups()) {
                if (lookup.isOfMatched()) {
                    wanted.add(lookup);
                }
            }
        }
        return wanted;
    }

    /** The paths of what a lookup wants of the matched record, or of one it points to. */
    static Set<String> ofMatched(Lookup lookup, Set<String> fields) {
        Set<String> paths = new LinkedHashSet<>();
        String prefix =
                lookup.relationship().map(relationship -> relationship + ".").orElse("");
        paths.add(prefix + "Id");
        fields.forEach(field -> paths.add(prefix + field));
        return paths;
    }

    private Set<String> fieldsOf(String object) {
        Set<String> fields = new LinkedHashSet<>(BASE_FIELDS.get(object));
        if (object.equals("Contact") && hasPersonAccounts()) {
            fields.add(PERSON_ACCOUNT);
        }
        settings.rule(object).mappings().stream()
                .map(FieldMapping::salesforceField)
                .filter(field -> fields.stream().noneMatch(field::equalsIgnoreCase))
                .forEach(fields::add);
        return fields;
    }
}
