package com.spara.sf.testkit.records;

/** The place of one record; holds the row as it stands now. */
final class Slot {
    private Row row;

    Slot(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    void put(Row changed) {
        row = changed;
    }
}
