package com.spara.sf.sync;

import com.spara.sf.Reason;
import java.util.Optional;

/**
 * Something that a check of settings against an org found: a mapping that cannot work, or one that will surprise. Immutable
 * and safe to share between threads.
 */
public final class Problem {

    /** How bad it is. Safe for use by any thread. */
    public enum Severity {
        /** It cannot work as it is. */
        ERROR,
        /** It works, but perhaps not as somebody expects. */
        WARNING
    }

    private final Severity severity;
    private final String object;
    private final String field;
    private final Reason reason;

    private Problem(Severity severity, String object, String field, Reason reason) {
        this.severity = severity;
        this.object = object;
        this.field = field;
        this.reason = reason;
    }

    /**
     * Returns a problem with an object as a whole.
     *
     * @param severity how bad it is
     * @param object {@code Lead}, {@code Contact} or another object
     * @param reason what is the matter and what to do
     * @return the problem
     */
    public static Problem with(Severity severity, String object, Reason reason) {
        return new Problem(severity, object, "", reason);
    }

    /**
     * Returns this problem, as one of a field.
     *
     * @param salesforceField the Salesforce field's API name
     * @return the new problem
     */
    public Problem in(String salesforceField) {
        return new Problem(severity, object, salesforceField, reason);
    }

    /**
     * Returns how bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Returns the object.
     *
     * @return its API name
     */
    public String object() {
        return object;
    }

    /**
     * Returns the Salesforce field.
     *
     * @return its API name, or empty if the object as a whole is meant
     */
    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /**
     * Returns what is the matter.
     *
     * @return the reason, with a code to switch on
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the whole as a sentence for the admin.
     *
     * @return for example {@code Lead.Phone: The connected user may not write the field.}
     */
    public String text() {
        return object + (field.isEmpty() ? "" : "." + field) + ": " + reason.text();
    }

    @Override
    public String toString() {
        return severity + " " + text();
    }
}
