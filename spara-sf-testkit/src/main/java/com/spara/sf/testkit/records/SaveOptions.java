package com.spara.sf.testkit.records;

/**
 * Who saves, and what the request's headers ask for.
 *
 * @param userId the user in whose name it is done
 * @param isApi whether a request does it, to which the org's own rules and the user's rights apply
 * @param runsAssignmentRule whether the active assignment rule chooses the owner
 * @param allowsDuplicates whether a duplicate rule that only alerts lets the record pass
 */
public record SaveOptions(String userId, boolean isApi, boolean runsAssignmentRule, boolean allowsDuplicates) {
    /** As a system administrator does it in the org itself. */
    public static SaveOptions admin(String userId) {
        return new SaveOptions(userId, false, false, true);
    }

    /** As a request does it. */
    public static SaveOptions api(String userId, boolean runsAssignmentRule) {
        return new SaveOptions(userId, true, runsAssignmentRule, false);
    }

    public SaveOptions allowingDuplicates(boolean allowed) {
        return new SaveOptions(userId, isApi, runsAssignmentRule, allowed);
    }

    /** Whether {@code CreatedDate} and its like may be sent on create. */
    boolean setsAuditFields() {
        return !isApi;
    }
}
