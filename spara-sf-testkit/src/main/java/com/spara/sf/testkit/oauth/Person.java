package com.spara.sf.testkit.oauth;

import com.spara.sf.testkit.records.Row;
import java.util.Objects;

/** A user, as far as logging in is concerned. */
record Person(Row row) {
    String id() {
        return row.id();
    }

    String text(String field) {
        return Objects.toString(row.value(field), "");
    }

    String username() {
        return text("Username");
    }

    boolean isActive() {
        return !row.isDeleted() && Boolean.TRUE.equals(row.value("IsActive"));
    }
}
