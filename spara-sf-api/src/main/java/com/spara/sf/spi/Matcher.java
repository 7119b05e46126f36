package com.spara.sf.spi;

import com.spara.sf.Lead;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Says by what a lead's record is found in Salesforce. Written for one lead; it costs no call, since the engine merges
 * the lookups of all matchers and all leads into the one read.
 *
 * <pre>{@code
 * Matcher byPhone = Matcher.named("phone", (lead, object) ->
 *     lead.text("phone").map(p -> Lookup.in(object).where("Phone", p)).stream().toList());
 * }</pre>
 *
 * <p>The first matcher that finds a record decides. A matcher that throws spoils only its own part: the lead is matched
 * by the others, and nothing is created for it. Implementations are pure functions and safe for use by many threads.
 */
public interface Matcher {

    /** Finds the Salesforce Lead by the stored {@code salesforce_lead_id}. */
    Matcher LEAD_ID = BuiltInMatchers.leadId();

    /** Finds the Salesforce Contact by the stored {@code salesforce_contact_id}. */
    Matcher CONTACT_ID = BuiltInMatchers.contactId();

    /** Takes, as the Contact, the one into which the matching Lead was converted. */
    Matcher CONVERTED_CONTACT = BuiltInMatchers.convertedContact();

    /** Finds Leads and Contacts by e-mail address. */
    Matcher EMAIL = BuiltInMatchers.email();

    /**
     * Returns the name under which results and settings speak of this matcher.
     *
     * @return the name, unique among the matchers of one sync
     */
    String name();

    /**
     * Returns what to look for; records found by any of the lookups are candidates. One lookup by a field without an
     * index makes all of them late: the whole matcher comes after those with an index. So look for a number, else for a
     * phone, by two matchers.
     *
     * @param lead the lead to be matched
     * @param object the object whose record is sought, {@code Lead} or {@code Contact}
     * @return lookups of records of that object, or an empty list to look for nothing
     */
    List<Lookup> lookups(Lead lead, String object);

    /**
     * Returns the one Salesforce field by which this matcher looks, so that {@code check} can hold it against an org. A matcher that
     * does not say it, as one made of a function, cannot be checked.
     *
     * @param object the object whose record is sought, {@code Lead} or {@code Contact}
     * @return the field's API name, or empty if it looks for nothing there, by several fields, or by whatever the lead has
     */
    default Optional<String> field(String object) {
        return Optional.empty();
    }

    /**
     * Returns a matcher made of a function.
     *
     * @param name the name under which results and settings speak of it
     * @param lookups what to look for, given the lead and the object
     * @return the matcher
     * @throws IllegalArgumentException if the name is blank
     */
    static Matcher named(String name, BiFunction<Lead, String, List<Lookup>> lookups) {
        return new NamedMatcher(name, lookups);
    }

    /**
     * Returns a matcher, named after the Salesforce field, that compares a field of the lead with one of
     * Salesforce, for Leads and Contacts alike; both must have the field. Where Salesforce's is a number, a checkbox, a date, a
     * time or a reference, the lead's value is sent as such, and one that is none finds nothing.
     *
     * @param leadField the host's name of the field
     * @param salesforceField the Salesforce field's API name
     * @return the matcher
     */
    static Matcher byField(String leadField, String salesforceField) {
        return new FieldMatcher(salesforceField, leadField, salesforceField, null);
    }

    /**
     * Returns a matcher, named after the object and the Salesforce field, that compares a field of the lead with one of
     * Salesforce, as {@link #byField(String, String)} does, for one object only.
     *
     * @param onlyObject {@code Lead} or {@code Contact}
     * @param leadField the host's name of the field
     * @param salesforceField the Salesforce field's API name
     * @return the matcher
     */
    static Matcher byField(String onlyObject, String leadField, String salesforceField) {
        return new FieldMatcher(onlyObject + "." + salesforceField, leadField, salesforceField, onlyObject);
    }
}
