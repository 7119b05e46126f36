package com.spara.sf.client.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.client.rest.Fault;
import com.spara.sf.client.rest.RetryPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what is repeated in {@code docs/reliability.md} is that of the code. */
class ReliabilityPageTest {

    @Test
    void whatIsRepeatedIsWhatThePageSays() {
        List<List<String>> shown = ReliabilityPage.table("## What is repeated").stream()
                .skip(1)
                .map(row -> List.of(row.get(0).split(":", 2)[0], row.get(1), row.get(2)))
                .toList();
        List<List<String>> done = Stream.of(Fault.values())
                .map(fault -> List.of(
                        fault.name(),
                        RetryPolicy.of(fault, true).name(),
                        RetryPolicy.of(fault, false).name()))
                .toList();
        assertEquals(done, shown);
    }
}
