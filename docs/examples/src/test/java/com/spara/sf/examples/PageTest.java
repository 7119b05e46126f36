package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/plug-ins.md} shows regions of these sources, and nothing else that looks like Java. */
class PageTest {

    private static final Path EXAMPLES = examples();
    private static final int MOST_LINES = 14;
    private static final Pattern REGION = Pattern.compile("(?s)// region [^\n]+\n(.*?)\n *// endregion");

    @Test
    void everyJavaSampleIsARegionAndEveryRegionIsShown() throws IOException {
        Set<String> regions = new TreeSet<>();
        for (Path source : sources(EXAMPLES.resolve("src"))) {
            regions.addAll(regions(source));
        }
        assertEquals(regions, new TreeSet<>(blocks("java")));
    }

    @Test
    void everyPlugInHasLessThanFifteenLines() throws IOException {
        Path main = EXAMPLES.resolve("src/main/java/com/spara/sf/examples");
        for (String file : List.of("Matchers.java", "Enrichers.java", "WriteRules.java")) {
            List<String> plugIns = regions(main.resolve(file));
            assertEquals(2, plugIns.size(), file);
            plugIns.forEach(plugIn -> assertTrue(plugIn.lines().count() <= MOST_LINES, plugIn));
        }
    }

    @Test
    void theSettingsInJsonAreThoseInCode() throws IOException {
        List<String> json = blocks("json");
        assertEquals(1, json.size());
        assertEquals(HostSettings.inCode(), HostSettings.byName(json.get(0)));
    }

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(EXAMPLES.resolveSibling("plug-ins.md"));
        return found(Pattern.compile("(?s)```" + language + "\n(.*?)\n```"), page);
    }

    private static List<String> regions(Path source) {
        try {
            return found(REGION, Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PageTest::withoutIndent).toList();
    }

    private static String withoutIndent(MatchResult result) {
        return result.group(1).stripIndent().strip();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Path examples() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/examples")) ? here.resolve("docs/examples") : here;
    }
}
