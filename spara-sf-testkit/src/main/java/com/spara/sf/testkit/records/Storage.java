package com.spara.sf.testkit.records;

/** Refuses new records when the org's storage is full. */
final class Storage implements SaveStep {
    private boolean full;

    void full(boolean isFull) {
        full = isFull;
    }

    @Override
    public void apply(Save save) {
        if (full && save.isCreate()) {
            throw new RefusedException(SaveError.of("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded"));
        }
    }
}
