package com.spara.sf.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the three modules, and which room names which. A room is its package without {@code com.spara.sf}. */
final class House {

    static final Path ROOT = root();
    static final List<String> MODULES = List.of("spara-sf-api", "spara-sf-impl", "spara-sf-testkit");
    private static final Pattern MENTION = Pattern.compile("com\\.spara\\.sf((?:\\.[a-z][a-z0-9]*)*)\\.[A-Z]");
    private static final String HOME = "com/spara/sf";

    private House() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("spara-sf-api")) ? here : here.getParent();
    }

    static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            sources.addAll(sources(module));
        }
        return sources;
    }

    static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(main(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
        }
    }

    private static Path main(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }

    /** The file's name below the module's sources. */
    static String name(String module, Path file) {
        return main(module).relativize(file).toString().replace('\\', '/');
    }

    /** The room in which a file lies. */
    static String room(String file) {
        return file.substring(HOME.length(), file.lastIndexOf('/')).replace('/', '.');
    }

    /** The rooms that a text mentions. */
    static Stream<String> mentions(String text) {
        return MENTION.matcher(text).results().map(mention -> mention.group(1));
    }

    /** Each room of a module with the other rooms that it names, of whatever module. */
    static SortedMap<String, TreeSet<String>> arrows(String module) throws IOException {
        SortedMap<String, TreeSet<String>> arrows = new TreeMap<>();
        for (Path file : sources(module)) {
            String home = room(name(module, file));
            TreeSet<String> named = arrows.computeIfAbsent(home, room -> new TreeSet<>());
            mentions(code(file)).filter(room -> !room.equals(home)).forEach(named::add);
        }
        return arrows;
    }

    /** The text without its comments, in which a room may point a reader to another. */
    static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
