package com.spara.sf.client.bulk;

import com.spara.sf.RecordId;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row that was refused. */
public record RefusedRow(CsvRow row) {

    static final List<String> ADDED = List.of("sf__Id", "sf__Error");

    private static final String END = "--";

    /** The record, if there is one. */
    public Optional<RecordId> id() {
        return row.text("sf__Id").flatMap(RecordId::parse);
    }

    /** Why, read out of {@code CODE:message:field, field --}, whose message may have colons too. */
    public RestError error() {
        String text = row.text("sf__Error").orElse("").strip();
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 0 || last <= first || !text.endsWith(END)) {
            return new RestError(first < 0 ? text : text.substring(0, first), text, List.of(), JsonView.of(null));
        }
        String fields = text.substring(last + 1, text.length() - END.length());
        return new RestError(
                text.substring(0, first), text.substring(first + 1, last), fields(fields), JsonView.of(null));
    }

    private static List<String> fields(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
