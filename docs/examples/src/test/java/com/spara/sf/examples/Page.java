package com.spara.sf.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page below {@code docs}; as text it is its name there. */
record Page(Path file, String text) {

    static final Path EXAMPLES = examples();
    private static final Path DOCS = EXAMPLES.getParent();
    private static final Pattern REGION = Pattern.compile("(?s)// region [^\n]+\n(.*?)\n *// endregion");

    /** All pages there are, but for what a build left behind. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(Page::read)
                    .filter(page -> !page.toString().contains("target/"))
                    .toList();
        }
    }

    static Page of(String name) {
        return read(DOCS.resolve(name));
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page's samples in a language, without their indent. */
    List<String> blocks(String language) {
        return found(Pattern.compile("(?s)``` *" + language + "[^\n]*\n(.*?)\n *```"), text);
    }

    /** The page's links to other files, and to headings. */
    List<String> links() {
        return Pattern.compile("\\]\\(([^):]+)\\)")
                .matcher(text)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    boolean leadsTo(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || read(target).anchors().contains(parts[1]));
    }

    /** What its headings are called in links. */
    private List<String> anchors() {
        return text.lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    /** The regions of a source, without their indent. */
    static List<String> regions(Path source) {
        return found(REGION, read(source).text());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(Page::withoutIndent).toList();
    }

    private static String withoutIndent(MatchResult result) {
        return result.group(1).stripIndent().strip();
    }

    private static Path examples() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/examples")) ? here.resolve("docs/examples") : here;
    }

    @Override
    public String toString() {
        return DOCS.relativize(file).toString().replace('\\', '/');
    }
}
