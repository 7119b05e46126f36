package com.spara.sf.settings;

import com.spara.sf.spi.Enricher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a host decides about one sync. By default Leads and Contacts that match are updated with the e-mail
 * address alone, none is created, matching is the standard one, and the Account and the owner are read.
 *
 * <pre>{@code
 * SyncSettings settings = SyncSettings.standard()
 *     .leads(PushRule.updateExisting().createWhenNoMatch().map("first_name", "FirstName"))
 *     .contacts(PushRule.updateExisting().map(FieldMapping.of("job_title", "Title").cutToFit()));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class SyncSettings {

    private static final SyncSettings STANDARD = new SyncSettings(
            PushRule.updateExisting(),
            PushRule.updateExisting(),
            Matching.standard(),
            List.of(Enricher.ACCOUNT, Enricher.OWNER),
            false,
            List.of());

    private final PushRule leads;
    private final PushRule contacts;
    private final Matching matching;
    private final List<Enricher> enrichers;
    private final boolean newLeadForReturning;
    private final List<PullRule> pulls;

    private SyncSettings(
            PushRule leads,
            PushRule contacts,
            Matching matching,
            List<Enricher> enrichers,
            boolean newLeadForReturning,
            List<PullRule> pulls) {
        this.leads = leads;
        this.contacts = contacts;
        this.matching = matching;
        this.enrichers = enrichers;
        this.newLeadForReturning = newLeadForReturning;
        this.pulls = pulls;
    }

    /**
     * Returns the default settings.
     *
     * @return the settings
     */
    public static SyncSettings standard() {
        return STANDARD;
    }

    /**
     * Returns these settings with another rule for Leads.
     *
     * @param rule the rule
     * @return the new settings
     */
    public SyncSettings leads(PushRule rule) {
        Objects.requireNonNull(rule, "The rule for Leads is null. Give PushRule.off() to push none.");
        return new SyncSettings(rule, contacts, matching, enrichers, newLeadForReturning, pulls);
    }

    /**
     * Returns these settings with another rule for Contacts.
     *
     * @param rule the rule
     * @return the new settings
     */
    public SyncSettings contacts(PushRule rule) {
        Objects.requireNonNull(rule, "The rule for Contacts is null. Give PushRule.off() to push none.");
        return new SyncSettings(leads, rule, matching, enrichers, newLeadForReturning, pulls);
    }

    /**
     * Returns these settings with another matching.
     *
     * @param newMatching the matching
     * @return the new settings
     */
    public SyncSettings matching(Matching newMatching) {
        return new SyncSettings(leads, contacts, newMatching, enrichers, newLeadForReturning, pulls);
    }

    /**
     * Returns these settings with one more enricher, after those that are there.
     *
     * @param enricher the enricher
     * @return the new settings
     * @throws IllegalArgumentException if its name is taken
     */
    public SyncSettings enrich(Enricher enricher) {
        if (enrichers.stream().anyMatch(known -> known.name().equals(enricher.name()))) {
            throw new IllegalArgumentException(
                    "Two enrichers are named '" + enricher.name() + "'. Rename one of them.");
        }
        List<Enricher> more = new ArrayList<>(enrichers);
        more.add(enricher);
        return new SyncSettings(
                leads, contacts, matching, Collections.unmodifiableList(more), newLeadForReturning, pulls);
    }

    /**
     * Returns these settings with these enrichers instead of those that are there.
     *
     * @param newEnrichers the enrichers, in order; none to read nothing but what is matched
     * @return the new settings
     * @throws IllegalArgumentException if two have the same name
     */
    public SyncSettings enrichedBy(Enricher... newEnrichers) {
        SyncSettings settings = new SyncSettings(leads, contacts, matching, List.of(), newLeadForReturning, pulls);
        for (Enricher enricher : newEnrichers) {
            settings = settings.enrich(enricher);
        }
        return settings;
    }

    /**
     * Returns these settings, making a new Lead when the only Leads that match are converted ones. By default a converted
     * Lead is a match, so none is made.
     *
     * @return the new settings
     */
    public SyncSettings newLeadForReturningPerson() {
        return new SyncSettings(leads, contacts, matching, enrichers, true, pulls);
    }

    /**
     * Returns these settings with one more pull rule, after those that are there.
     *
     * @param rule the rule
     * @return the new settings
     * @throws IllegalArgumentException if its name is taken
     */
    public SyncSettings pulling(PullRule rule) {
        if (pull(rule.name()).isPresent()) {
            throw new IllegalArgumentException("Two pull rules are named '" + rule.name() + "'. Rename one of them.");
        }
        List<PullRule> more = new ArrayList<>(pulls);
        more.add(rule);
        return new SyncSettings(
                leads, contacts, matching, enrichers, newLeadForReturning, Collections.unmodifiableList(more));
    }

    /**
     * Returns the rule for Leads.
     *
     * @return the rule
     */
    public PushRule leads() {
        return leads;
    }

    /**
     * Returns the rule for Contacts.
     *
     * @return the rule
     */
    public PushRule contacts() {
        return contacts;
    }

    /**
     * Returns the rule for an object.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the rule
     */
    public PushRule rule(String object) {
        return object.equals("Lead") ? leads : contacts;
    }

    /**
     * Returns by what records are found.
     *
     * @return the matching
     */
    public Matching matching() {
        return matching;
    }

    /**
     * Returns the enrichers.
     *
     * @return the enrichers, in order, unmodifiable
     */
    public List<Enricher> enrichers() {
        return enrichers;
    }

    /**
     * Tells whether a new Lead is made when the only Leads that match are converted ones.
     *
     * @return true if one is
     */
    public boolean isNewLeadForReturningPerson() {
        return newLeadForReturning;
    }

    /**
     * Returns the pull rules.
     *
     * @return the rules, in order, unmodifiable
     */
    public List<PullRule> pulls() {
        return pulls;
    }

    /**
     * Returns a pull rule.
     *
     * @param name its name
     * @return the rule, or empty if none has the name
     */
    public Optional<PullRule> pull(String name) {
        return pulls.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SyncSettings settings
                && leads.equals(settings.leads)
                && contacts.equals(settings.contacts)
                && matching.equals(settings.matching)
                && enrichers.equals(settings.enrichers)
                && newLeadForReturning == settings.newLeadForReturning
                && pulls.equals(settings.pulls);
    }

    @Override
    public int hashCode() {
        return 31 * leads.hashCode() + contacts.hashCode();
    }

    @Override
    public String toString() {
        return "SyncSettings[leads " + leads + ", contacts " + contacts + ", matching " + matching + "]";
    }
}
