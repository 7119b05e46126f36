package com.spara.sf.orgcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.DuplicateRule;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import com.spara.sf.testkit.Unsettled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake org on a port of this machine stands for a real one. */
@Timeout(60)
class OrgCheckTest {

    private final Screen screen = new Screen();
    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();

    @BeforeEach
    void theOrgHasADuplicateRuleAsNewOrgsHave() {
        org.rules("Lead")
                .duplicates(DuplicateRule.alert("Standard_Lead_Duplicate_Rule").matchingEmail());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @BeforeEach
    void theOrgHasAnApp() {
        org.app("key").secret("s3cret");
    }

    private int check() {
        return screen.run("--url", server.url(), "--token", org.token(), "--app", "key", "--secret", "s3cret");
    }

    @Test
    void everyQuestionIsAnsweredAndNothingIsLeft() {
        assertEquals(0, check(), screen::out);
        for (int number = 1; number <= Assumptions.all().size(); number++) {
            assertTrue(screen.answer(number).matches("(yes|no) .*\\[.+]"), screen.answer(number));
        }
        assertTrue(screen.out().endsWith("0 could not tell. All records of this run are deleted.\n"), screen::out);
        assertEquals(List.of(), org.records("Lead"));
        assertEquals("", screen.err());
    }

    @Test
    void whatNeedsAnAppIsAskedOnlyIfOneIsGiven() {
        assertEquals(0, screen.run("--url", server.url(), "--token", org.token()), screen::out);
        assertFalse(screen.out().contains("Introspection"), screen::out);
        assertEquals(0, check(), screen::out);
        assertTrue(screen.out().contains("Introspection"), screen::out);
    }

    @Test
    void theFakeOrgAnswersAboutLoginsBulkJobsAndOffsetsAsIsAssumed() {
        check();
        for (int number = 15; number <= 24; number++) {
            assertTrue(screen.answer(number).startsWith("yes "), screen.answer(number));
        }
    }

    @Test
    void anAppWithoutItsSecretIsWrongUse() {
        assertEquals(2, screen.run("--url", server.url(), "--token", org.token(), "--app", "key"));
        assertTrue(screen.err().contains("There is no --secret"), screen::err);
    }

    @Test
    void itsRecordsAreMarked() {
        RecordId other = org.add("Lead", "LastName", "Lovelace", "Company", "Acme");
        check();
        assertEquals(other, org.only("Lead").id());
        assertTrue(screen.out().contains("with the last name Spara-SF org-check "), screen::out);
    }

    @Test
    void theEnvironmentNamesTheOrg() {
        Map<String, String> environment = Map.of("SALESFORCE_URL", server.url(), "SALESFORCE_TOKEN", org.token());
        assertEquals(0, screen.run(environment), screen::err);
    }

    static Stream<Arguments> settled() {
        return Stream.of(
                argumentSet("no limit", Unsettled.SUBREQUEST_URLS_END_AT_16_KB, false, 1, "yes"),
                argumentSet("a limit", Unsettled.SUBREQUEST_URLS_END_AT_16_KB, true, 1, "no"),
                argumentSet("guarded", Unsettled.COMPOSITE_GUARDS_ROWS, true, 2, "yes"),
                argumentSet("not guarded", Unsettled.COMPOSITE_GUARDS_ROWS, false, 2, "no"),
                argumentSet("resolved", Unsettled.COMPOSITE_RESOLVES_VALUES, true, 3, "yes"),
                argumentSet("not resolved", Unsettled.COMPOSITE_RESOLVES_VALUES, false, 3, "no"),
                argumentSet("duplicates named", Unsettled.COLLECTIONS_NAME_DUPLICATES, true, 5, "yes"),
                argumentSet("duplicates not named", Unsettled.COLLECTIONS_NAME_DUPLICATES, false, 5, "no"),
                argumentSet("assignment obeyed", Unsettled.COLLECTIONS_OBEY_SUBREQUEST_HEADERS, true, 6, "yes"),
                argumentSet("assignment not obeyed", Unsettled.COLLECTIONS_OBEY_SUBREQUEST_HEADERS, false, 6, "no"),
                argumentSet("duplicate header obeyed", Unsettled.COLLECTIONS_OBEY_SUBREQUEST_HEADERS, true, 7, "yes"),
                argumentSet("and not obeyed", Unsettled.COLLECTIONS_OBEY_SUBREQUEST_HEADERS, false, 7, "no"),
                argumentSet("deleted", Unsettled.DELETED_ROWS_READ_AS_MISSING, false, 8, "yes"),
                argumentSet("missing", Unsettled.DELETED_ROWS_READ_AS_MISSING, true, 8, "no"),
                argumentSet("cut", Unsettled.EXTRA_DECIMALS_ARE_ROUNDED, false, 10, "yes"),
                argumentSet("rounded", Unsettled.EXTRA_DECIMALS_ARE_ROUNDED, true, 10, "no"));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void whateverTheOrgDoesIsSeen(Unsettled question, boolean answer, int number, String verdict) {
        org.settle(question, answer);
        assertEquals(0, check(), screen::out);
        assertTrue(screen.answer(number).startsWith(verdict + " "), screen.answer(number));
    }

    @Test
    void theSpellingOfTheMemberIsShown() {
        org.settle(Unsettled.COLLECTIONS_NAME_DUPLICATES, true);
        org.settle(Unsettled.DUPLICATE_RESULT_IS_MISSPELT, false);
        check();
        assertTrue(
                screen.answer(5).contains("in a collection: 200 DUPLICATES_DETECTED, duplicateResult;"), screen::out);
    }

    @Test
    void whatCannotBeToldIsSaidAndIsNotSuccess() {
        FakeOrg bare = FakeOrg.create();
        try (FakeServer other = bare.serve()) {
            assertEquals(1, screen.run("--url", other.url(), "--token", bare.token()));
        }
        assertTrue(screen.answer(5).startsWith("could not tell "), screen.answer(5));
        assertTrue(screen.out().contains("3 could not tell. All records"), screen::out);
        assertEquals(List.of(), bare.records("Lead"));
    }

    @Test
    void aRefusalIsSaidWithItsCodeOnly() {
        org.rules("Lead").validation(lead -> lead.text("Phone") == null, "Ada says: a phone number, please");
        assertEquals(1, check());
        assertTrue(screen.answer(8).contains("400 FIELD_CUSTOM_VALIDATION_EXCEPTION"), screen::out);
        assertFalse(screen.out().contains("Ada"), screen::out);
    }

    @Test
    void aRecordWhoseCreationWasNeverAnsweredIsDeletedToo() {
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        assertEquals(1, check());
        assertTrue(screen.answer(2).contains("[no answer: "), screen::out);
        assertEquals(List.of(), org.unmetTrouble());
        assertEquals(List.of(), org.records("Lead"));
    }

    @Test
    void whenTheTokenEndsInBetweenTheRecordsThatStayAreNamed() {
        org.rules("Lead").flow("Clumsy", lead -> org.revokeTokens());
        assertEquals(1, check());
        assertEquals(1, screen.errLines().size(), screen::err);
        assertTrue(screen.err().contains("401 INVALID_SESSION_ID"), screen::err);
        assertTrue(screen.err().contains(org.only("Lead").text("LastName")), screen::err);
        assertFalse(screen.out().contains("are deleted"), screen::out);
    }

    @Test
    void neitherTheTokenNorAnAddressIsPrinted() {
        check();
        assertFalse((screen.out() + screen.err()).contains(org.token()));
        assertFalse((screen.out() + screen.err()).contains("s3cret"));
        assertFalse((screen.out() + screen.err()).contains("@example.com"));
        assertFalse((screen.out() + screen.err()).contains(server.url()));
    }

    @Test
    void everyAssumptionIsListed() throws IOException {
        Set<String> listed = Assumptions.all().stream()
                .map(assumption -> assumption.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(written(), listed);
        assertEquals(
                listed.size(),
                Assumptions.all().stream().map(Assumption::statement).distinct().count());
    }

    private static Set<String> written() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path home = Files.exists(here.resolve("docs/org-check")) ? here.resolve("docs/org-check") : here;
        try (Stream<Path> files = Files.list(home.resolve("src/main/java/com/spara/sf/orgcheck"))) {
            return files.filter(OrgCheckTest::isAssumption)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isAssumption(Path file) {
        try {
            return Files.readString(file).contains("implements Assumption {");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
