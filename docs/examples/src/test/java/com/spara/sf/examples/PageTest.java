package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages below {@code docs} show regions of these sources, and nothing else that looks like Java. */
class PageTest {

    private static final int MOST_LINES = 14;

    static Stream<Page> pages() throws IOException {
        return Page.all().stream().filter(page -> !page.blocks("java").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaSampleIsARegion(Page page) throws IOException {
        List<String> foreign = new ArrayList<>(page.blocks("java"));
        foreign.removeAll(allRegions());
        assertEquals(List.of(), foreign);
    }

    @Test
    void everyRegionIsShown() throws IOException {
        Set<String> hidden = allRegions();
        pages().forEach(page -> page.blocks("java").forEach(hidden::remove));
        assertEquals(Set.of(), hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-push.md",
                "mappings.md",
                "matching.md",
                "testing-your-host.md",
                "wiring.md",
                "many-tenants.md",
                "plug-ins.md",
                "fake-org.md",
                "fake-org-oauth.md",
                "pull.md",
                "many-leads.md",
                "many-hosts.md",
                "outbox.md",
                "connect/web-login.md",
                "connect/jwt-bearer.md",
                "connect/client-credentials.md",
                "connect/access-token.md",
                "connect/states.md",
                "operators.md",
                "settings-page.md",
                "at-night.md"
            })
    void aPageWithSamplesIsAmongThoseThatAreCompared(String name) throws IOException {
        assertTrue(pages().anyMatch(page -> page.toString().equals(name)));
    }

    static Stream<Page> everyPage() throws IOException {
        return Stream.concat(Page.all().stream(), Stream.of(Page.of("../README.md"), Page.of("../CONTRIBUTING.md")));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyLinkLeadsToAFileAndAHeading(Page page) {
        assertEquals(
                List.of(),
                page.links().stream().filter(link -> !page.leadsTo(link)).toList());
    }

    /** A folder may have an index of its own. */
    @Test
    void everyPageIsInTheIndex() throws IOException {
        List<String> index = Page.of("README.md").links();
        List<String> missing = Page.all().stream()
                .map(Page::toString)
                .filter(name -> !name.equals("README.md") && !index.contains(name))
                .filter(name -> !index.contains(name.replaceFirst("[^/]*$", "README.md")))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyPlugInHasLessThanFifteenLines() throws IOException {
        Path main = Page.EXAMPLES.resolve("src/main/java/com/spara/sf/examples");
        for (String file : List.of("Matchers.java", "Enrichers.java", "WriteRules.java")) {
            List<String> plugIns = Page.regions(main.resolve(file));
            assertEquals(2, plugIns.size(), file);
            plugIns.forEach(plugIn -> assertTrue(plugIn.lines().count() <= MOST_LINES, plugIn));
        }
    }

    @Test
    void theSettingsInJsonAreThoseInCode() throws IOException {
        List<String> json = Page.of("plug-ins.md").blocks("json");
        assertEquals(1, json.size());
        assertEquals(HostSettings.inCode(), HostSettings.byName(json.get(0)));
    }

    private static Set<String> allRegions() throws IOException {
        Set<String> regions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Page.EXAMPLES.resolve("src"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> regions.addAll(Page.regions(file)));
        }
        return regions;
    }
}
