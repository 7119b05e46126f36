package com.spara.sf.testkit.soql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment at which a query is answered, and the zone of the user who asks. */
record Today(Instant now, ZoneId zone) {
    LocalDate date() {
        return now.atZone(zone).toLocalDate();
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
