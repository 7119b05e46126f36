package com.spara.sf.testkit.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The functions that take a date apart. A date-time is read in UTC unless it stands in {@code convertTimezone()}. */
enum DateFunction {
    CALENDAR_MONTH(ZonedDateTime::getMonthValue),
    CALENDAR_QUARTER(date -> date.get(IsoFields.QUARTER_OF_YEAR)),
    CALENDAR_YEAR(ZonedDateTime::getYear),
    DAY_IN_MONTH(ZonedDateTime::getDayOfMonth),
    DAY_IN_WEEK(date -> date.getDayOfWeek().getValue() % 7 + 1),
    DAY_IN_YEAR(ZonedDateTime::getDayOfYear),
    DAY_ONLY(date -> 0),
    FISCAL_MONTH(ZonedDateTime::getMonthValue),
    FISCAL_QUARTER(date -> date.get(IsoFields.QUARTER_OF_YEAR)),
    FISCAL_YEAR(ZonedDateTime::getYear),
    HOUR_IN_DAY(ZonedDateTime::getHour),
    WEEK_IN_MONTH(date -> (date.getDayOfMonth() - 1) / 7 + 1),
    WEEK_IN_YEAR(date -> (date.getDayOfYear() - 1) / 7 + 1);

    private final ToIntFunction<ZonedDateTime> part;

    DateFunction(ToIntFunction<ZonedDateTime> part) {
        this.part = part;
    }

    static Optional<DateFunction> of(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    SoqlType type() {
        return this == DAY_ONLY ? SoqlType.DATE : SoqlType.INT;
    }

    boolean takes(SoqlType type) {
        boolean needsTime = this == DAY_ONLY || this == HOUR_IN_DAY;
        return type == SoqlType.DATETIME || type == SoqlType.DATE && !needsTime;
    }

    /** Takes a {@link LocalDate} or an {@link Instant}. */
    Object apply(Object value, ZoneId zone) {
        ZonedDateTime date =
                value instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC) : ((Instant) value).atZone(zone);
        return this == DAY_ONLY ? date.toLocalDate() : BigDecimal.valueOf(part.applyAsInt(date));
    }
}
