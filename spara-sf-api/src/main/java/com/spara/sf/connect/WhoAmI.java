package com.spara.sf.connect;

import com.spara.sf.RecordId;
import com.spara.sf.sync.Problem;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is connected to which org, and what that user may do there: what a settings page shows. {@link #problems()} holds the
 * words to tell the admin. Immutable and safe to share between threads; {@code toString} shows the org's Id only.
 */
public final class WhoAmI {

    /** What a user may do with the records of an object. */
    public enum Right {
        /** See records. */
        READ,
        /** Make records. */
        CREATE,
        /** Write records. */
        EDIT
    }

    /** What is known of the connected user and org, each by its name in Salesforce's own words. */
    public enum Fact {
        /** The user's full name. */
        USER_NAME,
        /** The name the user logs in with. */
        USERNAME,
        /** The user's e-mail address. */
        USER_EMAIL,
        /** The org's name, as its company profile says it. */
        ORGANIZATION_NAME
    }

    private final URI url;
    private final String organizationId;
    private final RecordId userId;
    private final Map<Fact, String> facts;
    private final Map<String, Set<Right>> rights;
    private final List<Problem> problems;

    private WhoAmI(
            URI url,
            String organizationId,
            RecordId userId,
            Map<Fact, String> facts,
            Map<String, Set<Right>> rights,
            List<Problem> problems) {
        this.url = url;
        this.organizationId = organizationId;
        this.userId = userId;
        this.facts = facts;
        this.rights = rights;
        this.problems = problems;
    }

    /**
     * Returns a user of an org of whom nothing else is known yet.
     *
     * @param url the address of the org's API
     * @param organizationId the org's Id, 18 characters
     * @param userId the user's Id
     * @return who it is
     */
    public static WhoAmI of(URI url, String organizationId, RecordId userId) {
        return new WhoAmI(url, organizationId, userId, Map.of(), Map.of(), List.of());
    }

    /**
     * Returns this with one more fact.
     *
     * @param fact which
     * @param text what it is
     * @return the new value
     */
    public WhoAmI with(Fact fact, String text) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        more.put(fact, text);
        return new WhoAmI(url, organizationId, userId, more, rights, problems);
    }

    /**
     * Returns this with what the user may do with an object.
     *
     * @param object the object's API name
     * @param allowed the rights
     * @return the new value
     */
    public WhoAmI with(String object, Set<Right> allowed) {
        Map<String, Set<Right>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(rights);
        more.put(object, allowed.isEmpty() ? Set.of() : EnumSet.copyOf(allowed));
        return new WhoAmI(url, organizationId, userId, facts, more, problems);
    }

    /**
     * Returns this with what stands in the way of a sync.
     *
     * @param newProblems the problems, errors first
     * @return the new value
     */
    public WhoAmI with(List<Problem> newProblems) {
        return new WhoAmI(url, organizationId, userId, facts, rights, List.copyOf(newProblems));
    }

    /**
     * Returns the address of the org's API.
     *
     * @return the address
     */
    public URI url() {
        return url;
    }

    /**
     * Returns the org's Id.
     *
     * @return the Id, 18 characters
     */
    public String organizationId() {
        return organizationId;
    }

    /**
     * Returns the user's Id.
     *
     * @return the Id
     */
    public RecordId userId() {
        return userId;
    }

    /**
     * Returns what is known of the user or the org: people's data, to be shown to people.
     *
     * @param fact which
     * @return what it is, or empty if the user may not see it
     */
    public Optional<String> text(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /**
     * Returns whether the user may do something with the records of Lead, Contact or Account.
     *
     * @param right what to do
     * @param object the object's API name
     * @return whether the user may, as far as the object's describe says
     */
    public boolean may(Right right, String object) {
        return rights.getOrDefault(object, Set.of()).contains(right);
    }

    /**
     * Returns what stands in the way of a sync by the settings that were asked about: missing rights, mapped fields that the
     * user cannot see or write. Each text can be shown to the admin as it is.
     *
     * @return the problems, errors first; empty if there are none
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String toString() {
        return "WhoAmI[" + organizationId + "]";
    }
}
