package com.spara.sf.client.bulk;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A job that reads records. */
public final class QueryJob extends Job {

    /** What a page may take of the memory, as characters of its CSV. */
    private static final long LONGEST_PAGE =
            Math.min(32L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private static final String LAST = "null";

    private final PartSize size;

    QueryJob(JobCalls calls) {
        this(calls, LONGEST_PAGE);
    }

    QueryJob(JobCalls calls, long longestPage) {
        super(calls);
        this.size = new PartSize(longestPage);
    }

    /**
     * A place in the results.
     *
     * @param locator by Salesforce's name for it; empty for the beginning
     * @param rows how many rows are wanted from there
     */
    public record Place(String locator, int rows) {

        /** The beginning, from which as many rows are wanted as are read at once. */
        public static Place beginning() {
            return new Place("", PartSize.MOST);
        }
    }

    /**
     * A part of the results, in no order.
     *
     * @param rows the rows
     * @param next the place behind them, whose locator is empty if there is nothing
     */
    public record Page<T>(List<T> rows, Place next) {

        /** Whether there is nothing behind it. */
        public boolean isLast() {
            return next.locator().isEmpty();
        }
    }

    /**
     * Reads the rows from a place on, with at least these columns. Where so many rows take too much memory, fewer of them are
     * read. The place behind them asks for as many as fit by what these took, up to twice as many.
     */
    public <T> Page<T> page(Place place, List<String> columns, Function<CsvRow, T> reading) {
        int most = place.rows();
        while (true) {
            Rows<T> rows = new Rows<>(reading, most == 1 ? Long.MAX_VALUE : size.longest(), most);
            RestAnswer answer = calls.read(path(place.locator(), most), new CsvRows(CsvFormat.USUAL, columns, rows));
            if (!rows.isTooLong) {
                String next = answer.header("Sforce-Locator").orElse(LAST);
                int further = size.next(most, rows.taken.size(), rows.characters);
                return new Page<>(rows.taken, new Place(next.equals(LAST) ? "" : next, further));
            }
            if (most == 1) {
                throw JobCalls.incomplete("A page of one row has more than that.");
            }
            most = size.fewer(most, rows.taken.size());
        }
    }

    private String path(String locator, int most) {
        String from = locator.isEmpty() ? "" : "&locator=" + URLEncoder.encode(locator, StandardCharsets.UTF_8);
        return calls.path() + "/results?maxRecords=" + most + from;
    }

    /** The rows of a page, of which there must be as many as the answer says. */
    private static final class Rows<T> implements CsvRows.Taker {

        private final Function<CsvRow, T> reading;
        private final long longest;
        private final int most;
        private final List<T> taken = new ArrayList<>();
        private long characters;
        private boolean isTooLong;

        Rows(Function<CsvRow, T> reading, long longest, int most) {
            this.reading = reading;
            this.longest = longest;
            this.most = most;
        }

        @Override
        public void begin() {
            taken.clear();
            characters = 0;
            isTooLong = false;
        }

        @Override
        public boolean take(CsvRow row, long charactersRead) {
            isTooLong = charactersRead > longest || taken.size() == most;
            characters = charactersRead;
            if (!isTooLong) {
                taken.add(reading.apply(row));
            }
            return !isTooLong;
        }

        @Override
        public void end(JsonView headers) throws IOException {
            String count = headers.at("Sforce-NumberOfRecords").textOrEmpty();
            if (!count.equals(String.valueOf(taken.size()))) {
                throw new IOException("A page of results has more or fewer rows than it says.");
            }
        }
    }
}
