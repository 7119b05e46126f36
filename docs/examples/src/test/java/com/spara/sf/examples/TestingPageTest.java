package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.junit.FakeOrgExtension;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/testing-your-host.md} calls what there is, by the names that the page's sample has. */
class TestingPageTest {

    private static List<String> called(String pattern) {
        return Pattern.compile(pattern)
                .matcher(Page.of("testing-your-host.md").text().split("\\| To test \\||\n## From another")[1])
                .results()
                .map(call -> call.group(1))
                .toList();
    }

    private static Set<String> methods(Class<?> type) {
        return Stream.of(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    @Test
    void whatIsCalledOnTheExtensionIsThere() {
        List<String> calls = called("\\borg\\.(\\w+)\\(");
        assertTrue(calls.contains("next"), calls.toString());
        assertEquals(
                List.of(),
                calls.stream()
                        .filter(call -> !methods(FakeOrgExtension.class).contains(call))
                        .toList());
    }

    @Test
    void whatIsCalledOnTheOrgIsThere() {
        List<String> calls = called("\\borg\\.org\\(\\)\\.(\\w+)\\(");
        assertTrue(calls.contains("lead"), calls.toString());
        assertEquals(
                List.of(),
                calls.stream()
                        .filter(call -> !methods(FakeOrg.class).contains(call))
                        .toList());
    }
}
