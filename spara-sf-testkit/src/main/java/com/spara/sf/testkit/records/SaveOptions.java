package com.spara.sf.testkit.records;

/**
 * Who saves, and what the request's headers ask for.
 *
 * @param userId the user in whose name it is done
 * @param runsAssignmentRule whether the active assignment rule chooses the owner
 * @param setsAuditFields whether {@code CreatedDate} and its like may be sent on create
 */
public record SaveOptions(String userId, boolean runsAssignmentRule, boolean setsAuditFields) {
    /** As a system administrator does it in the org itself. */
    public static SaveOptions admin(String userId) {
        return new SaveOptions(userId, false, true);
    }

    /** As a request does it. */
    public static SaveOptions api(String userId, boolean runsAssignmentRule) {
        return new SaveOptions(userId, runsAssignmentRule, false);
    }
}
