package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code of this library, and each of Salesforce's that it has a remedy for, has a page; and no page is without its code. */
class ReasonPagesTest {

    private static final Path HOME = home();
    private static final Path PAGES = HOME.resolve("docs/reasons");
    private static final Pattern CODE_IN_SOURCE = Pattern.compile("\"([A-Z][A-Z_]{5,})\"");

    static TreeSet<String> ours() {
        return Stream.of(ReasonCode.class.getFields())
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Stream<String> everyPage() throws IOException {
        return pages().stream();
    }

    private static String readme(String heading) throws IOException {
        return Files.readString(PAGES.resolve("README.md"))
                .split("\n## " + heading + "\n", 2)[1]
                .split("\n## ", 2)[0];
    }

    private static TreeSet<String> listed(String heading) throws IOException {
        return Pattern.compile("\\| \\[([A-Z_]+)\\]\\(\\1\\.md\\) \\|")
                .matcher(readme(heading))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCodeOfOursHasAPageWhereItsReasonSays() {
        List<String> missing = ours().stream()
                .map(code -> Reason.of(code, "").page())
                .filter(page -> !Files.exists(HOME.resolve(page)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void aPageComesWithTheLibraryAsItIs(String code) throws IOException {
        assertTrue(shipped().contains("\n" + Files.readString(PAGES.resolve(code + ".md"))));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void aReasonHasTheTextOfItsPage(String code) throws IOException {
        assertEquals(
                Files.readString(PAGES.resolve(code + ".md")),
                Reason.of(code, "").pageText().orElseThrow());
    }

    @Test
    void anErrorOfOauthHasThePageOnConnectionsAndACodeThatNobodyKnowsNone() throws IOException {
        assertEquals(
                Files.readString(HOME.resolve("docs/connect/states.md")),
                Reason.of("invalid_grant", "").pageText().orElseThrow());
        assertEquals(Optional.empty(), Reason.of("A_NEW_CODE", "").pageText());
    }

    @Test
    void whatToDoAboutACodeWithoutAPageComesWithTheLibraryToo() throws IOException {
        assertTrue(shipped().startsWith(Files.readString(PAGES.resolve("README.md"))));
        assertTrue(shipped().endsWith(Files.readString(HOME.resolve("docs/connect/states.md"))));
    }

    private static String shipped() throws IOException {
        try (InputStream pages = Objects.requireNonNull(Reason.class.getResourceAsStream("/spara-sf/reasons.md"))) {
            return new String(pages.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyCodeThatHasARemedyHasAPage() throws IOException {
        String remedies =
                Files.readString(HOME.resolve("spara-sf-impl/src/main/java/com/spara/sf/client/push/Remedy.java"));
        TreeSet<String> missing = CODE_IN_SOURCE
                .matcher(remedies)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(missing.size() > 25, missing.toString());
        missing.removeAll(pages());
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void noPageIsWithoutACode() throws IOException {
        assertEquals(ours(), listed("Of this library"));
        TreeSet<String> all = listed("Of Salesforce");
        all.addAll(ours());
        assertEquals(all, pages());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void aPageSaysWhatItMeansWhatWasDoneAndWhatToDoInAFewLines(String code) throws IOException {
        List<String> lines = Files.readAllLines(PAGES.resolve(code + ".md"));
        assertEquals("# " + code, lines.get(0));
        assertTrue(lines.size() >= 5 && lines.size() <= 15, () -> code + " has " + lines.size() + " lines");
        List<String> told = lines.stream()
                .filter(line -> line.startsWith("**"))
                .map(line -> line.replaceAll("^\\*\\*(.*?)\\*\\*.*", "$1"))
                .toList();
        assertEquals(List.of("What it means.", "What the library did.", "What you do."), told);
    }

    @Test
    void aStackTraceLeadsToThePage() {
        Reason reason = Reason.of(ReasonCode.UNREACHABLE, "The org could not be reached.");
        String shown = new OrgUnreachableException(reason, null).toString();
        assertTrue(shown.endsWith("The org could not be reached. [UNREACHABLE: docs/reasons/UNREACHABLE.md]"), shown);
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }
}
