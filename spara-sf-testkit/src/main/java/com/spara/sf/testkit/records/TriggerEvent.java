package com.spara.sf.testkit.records;

/** When a trigger runs, in Apex's own words. */
public enum TriggerEvent {
    BEFORE_INSERT("BeforeInsert"),
    BEFORE_UPDATE("BeforeUpdate"),
    BEFORE_DELETE("BeforeDelete"),
    AFTER_INSERT("AfterInsert"),
    AFTER_UPDATE("AfterUpdate"),
    AFTER_DELETE("AfterDelete");

    private final String apexName;

    TriggerEvent(String apexName) {
        this.apexName = apexName;
    }

    static TriggerEvent of(boolean before, boolean create) {
        if (before) {
            return create ? BEFORE_INSERT : BEFORE_UPDATE;
        }
        return create ? AFTER_INSERT : AFTER_UPDATE;
    }

    String apexName() {
        return apexName;
    }

    boolean isBefore() {
        return isWriting() || this == BEFORE_DELETE;
    }

    /** Whether a trigger may still change the records. */
    boolean isWriting() {
        return this == BEFORE_INSERT || this == BEFORE_UPDATE;
    }
}
