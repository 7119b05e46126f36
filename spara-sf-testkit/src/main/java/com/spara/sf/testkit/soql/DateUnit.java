package com.spara.sf.testkit.soql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar; weeks begin on Sunday, as in the locale of a new org. */
enum DateUnit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first day of the stretch that holds the date. */
    LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    LocalDate plus(LocalDate date, int amount) {
        return switch (this) {
            case DAY -> date.plusDays(amount);
            case WEEK -> date.plusWeeks(amount);
            case MONTH -> date.plusMonths(amount);
            case QUARTER -> date.plus(amount, IsoFields.QUARTER_YEARS);
            case YEAR -> date.plus(amount, ChronoUnit.YEARS);
        };
    }
}
