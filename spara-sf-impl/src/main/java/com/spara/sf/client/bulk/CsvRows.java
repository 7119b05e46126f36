package com.spara.sf.client.bulk;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.BodySink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Takes a CSV row by row while it comes. Begins anew when the request is sent again. */
final class CsvRows implements BodySink {

    private final CsvFormat format;
    private final List<String> required;
    private final Taker taker;

    /** Takes the rows of a CSV that has at least these columns. */
    CsvRows(CsvFormat format, List<String> required, Taker taker) {
        this.format = format;
        this.required = required;
        this.taker = taker;
    }

    /** What is done with the rows. */
    interface Taker {

        /** A CSV begins, perhaps once more. */
        void begin();

        /** Takes a row; false if no more are wanted. */
        boolean take(CsvRow row, long charactersRead);

        /** The CSV is over. */
        void end(JsonView headers) throws IOException;
    }

    @Override
    public void take(JsonView headers, InputStream body) throws IOException {
        taker.begin();
        CsvReader csv = new CsvReader(body, format);
        CsvHeader header = header(csv);
        for (Optional<List<String>> line = csv.next(); line.isPresent(); line = csv.next()) {
            if (line.get().size() != header.size()) {
                throw new IOException("A CSV has a line with more or fewer values than columns.");
            }
            if (!taker.take(new CsvRow(header, line.get()), csv.count())) {
                return;
            }
        }
        taker.end(headers);
    }

    private CsvHeader header(CsvReader csv) throws IOException {
        CsvHeader header = new CsvHeader(csv.next().orElse(List.of()));
        if (!required.stream().allMatch(header::has)) {
            throw new IOException("A CSV lacks its columns.");
        }
        return header;
    }
}
