package com.spara.sf.client.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether what a second query of a call answered goes on where the first one ended. */
class QueryRowsTest {

    private static final int MOST = 3;

    /** Each row by the last digit of its Id and the second of its stamp. */
    private static QueryRows rows(String... rows) throws IOException {
        String records = Arrays.stream(rows)
                .map(row -> "{\"Id\":\"00Q00000000000" + row.charAt(0) + "\",\"SystemModstamp\":\"2026-11-23T09:00:0"
                        + row.charAt(1) + ".000+0000\"}")
                .collect(Collectors.joining(","));
        Object body = JsonText.read(
                new StringReader("{\"totalSize\":" + rows.length + ",\"done\":true,\"records\":[" + records + "]}"));
        return QueryRows.of(new RestAnswer(200, JsonView.of(null), JsonView.of(body)), MOST);
    }

    private static String read(QueryRows rows) {
        return rows.rows().stream()
                .map(row -> row.id().value().substring(14, 15))
                .collect(Collectors.joining());
    }

    @Test
    void rowsThatBeginWithTheLastOneGoOn() throws IOException {
        QueryRows all = rows("11", "22", "33").continuedBy(rows("33", "44", "55"));
        assertEquals("12345", read(all));
        assertEquals(Key.of(all.rows().get(4)), all.end().orElseThrow());
    }

    @Test
    void theEndIsReachedWhenTheFurtherRowsReachIt() throws IOException {
        assertEquals(
                true, rows("11", "22", "33").continuedBy(rows("33", "44")).end().isEmpty());
        assertEquals(true, rows("11", "22", "33").continuedBy(rows("33")).end().isEmpty());
    }

    @Test
    void aRecordThatMovedAwayInBetweenLeavesTheFirstRowsAlone() throws IOException {
        QueryRows all = rows("11", "22", "33").continuedBy(rows("44", "55"));
        assertEquals("123", read(all));
        assertEquals(Key.of(all.rows().get(2)), all.end().orElseThrow());
    }

    @Test
    void theLastRecordThatChangedInBetweenLeavesTheFirstRowsAlone() throws IOException {
        assertEquals("123", read(rows("11", "22", "33").continuedBy(rows("34", "45"))));
    }

    @Test
    void nothingGoesOnBehindTheEnd() throws IOException {
        for (QueryRows further : List.of(rows(), rows("22", "33"))) {
            assertEquals("12", read(rows("11", "22").continuedBy(further)));
        }
        assertEquals("123", read(rows("11", "22", "33").continuedBy(rows())));
    }
}
