package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/architecture.md} shows the arrows that are in the code: its tables all of them, its pictures those that do
 * not follow from others.
 */
class ArchitecturePageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]*) \\|$");
    private static final Pattern LINE = Pattern.compile("(?m)^ +([a-z]+) --> ([a-z]+)$");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    static Stream<String> modules() {
        return House.MODULES.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theTableHasEachRoomAndAllItsArrows(String module) throws IOException {
        assertEquals(text(named(House.arrows(module))), text(table(section(module))));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void thePictureHasTheArrowsThatDoNotFollowFromOthers(String module) throws IOException {
        TreeSet<String> drawn = all(LINE, section(module))
                .map(line -> line.group(1) + " --> " + line.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(direct(inside(module)), drawn);
    }

    @Test
    void whatFollowsFromOtherArrowsIsNotDrawn() {
        SortedMap<String, TreeSet<String>> arrows = new TreeMap<>(Map.of(
                "push", new TreeSet<>(Set.of("read", "rest")),
                "read", new TreeSet<>(Set.of("rest")),
                "rest", new TreeSet<>()));
        assertEquals(Set.of("push --> read", "read --> rest"), direct(arrows));
    }

    private static String section(String module) throws IOException {
        String page = Files.readString(House.ROOT.resolve("docs/architecture.md"));
        return page.split("\n## `" + module + "`", 2)[1].split("\n## ", 2)[0];
    }

    private static SortedMap<String, TreeSet<String>> table(String section) {
        SortedMap<String, TreeSet<String>> arrows = new TreeMap<>();
        all(ROW, section)
                .forEach(row -> arrows.put(
                        row.group(1),
                        all(NAME, row.group(2))
                                .map(name -> name.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return arrows;
    }

    private static SortedMap<String, TreeSet<String>> named(SortedMap<String, TreeSet<String>> arrows) {
        SortedMap<String, TreeSet<String>> named = new TreeMap<>();
        arrows.forEach((room, others) -> named.put(
                name(room),
                others.stream().map(ArchitecturePageTest::name).collect(Collectors.toCollection(TreeSet::new))));
        return named;
    }

    /** What the page calls a room. */
    private static String name(String room) {
        return room.isEmpty() ? "sf" : room.substring(1);
    }

    /** The arrows within a module, each room by the last part of its name. */
    private static SortedMap<String, TreeSet<String>> inside(String module) throws IOException {
        SortedMap<String, TreeSet<String>> arrows = named(House.arrows(module));
        SortedMap<String, TreeSet<String>> inside = new TreeMap<>();
        arrows.forEach((room, others) -> inside.put(
                last(room),
                others.stream()
                        .filter(arrows::containsKey)
                        .map(ArchitecturePageTest::last)
                        .collect(Collectors.toCollection(TreeSet::new))));
        return inside;
    }

    private static String last(String room) {
        return room.substring(room.lastIndexOf('.') + 1);
    }

    /** The arrows without those that lead where others lead too, by a third room. */
    private static Set<String> direct(SortedMap<String, TreeSet<String>> arrows) {
        Set<String> direct = new TreeSet<>();
        arrows.forEach((from, others) -> others.stream()
                .filter(to -> others.stream()
                        .noneMatch(third -> reachable(third, arrows).contains(to)))
                .forEach(to -> direct.add(from + " --> " + to)));
        return direct;
    }

    private static Set<String> reachable(String from, SortedMap<String, TreeSet<String>> arrows) {
        Set<String> reached = new HashSet<>();
        for (String next : arrows.get(from)) {
            reached.add(next);
            reached.addAll(reachable(next, arrows));
        }
        return reached;
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** A line for each room, so that a failure shows the rooms that differ. */
    private static String text(SortedMap<String, TreeSet<String>> arrows) {
        List<String> lines = arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + " knows " + arrow.getValue())
                .toList();
        return String.join("\n", lines);
    }
}
