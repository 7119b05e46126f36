package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final Path FOLDER = Path.of("sample");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SALESFORCE_URL", "https://acme.my.salesforce.com", "SALESFORCE_TOKEN", "from-environment");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--lead x                                | There is no option --lead; --help lists them.",
                "--password=s3cret                       | There is no option --password; --help lists them.",
                "--plan s3cret                           | Word 2 of the command line is not an option",
                "--leads                                 | The option --leads needs a value.",
                "--leads --plan                          | The option --leads needs a value.",
                "--leads=                                | The option --leads needs a value.",
                "--plan=yes                              | The option --plan takes no value.",
                "--plan --plan                           | The option --plan is given twice.",
                "--url https://a.example --org-data o    | --org-data fills the fake org, and --url asks for a real"
                        + " one",
                "--token s3cret                          | --token is of a real org; give its address",
                "--url https://a.example --token s3cret  | The sample's people are invented",
            })
    void aWrongCommandLineIsRefusedInOneLineWithoutItsValues(String words, String message) {
        Screen screen = new Screen();
        assertEquals(2, screen.run(words.split(" ")));
        assertEquals(1, screen.errLines().size(), screen::err);
        assertTrue(screen.err().startsWith(message), screen::err);
        assertFalse((screen.out() + screen.err()).contains("s3cret"), screen::err);
    }

    @Test
    void filesOfTheSampleAreUsedUnlessOthersAreGiven() {
        Arguments arguments = arguments(Map.of(), "--leads", "mine.json", "--settings=s.json");
        assertEquals(Path.of("mine.json"), arguments.leads());
        assertEquals(Path.of("s.json"), arguments.settings());
        assertEquals(FOLDER.resolve("org.json"), arguments.orgData());
    }

    @Test
    void theFakeOrgIsUsedUnlessAnAddressIsGiven() {
        assertEquals(
                Optional.empty(), arguments(Map.of("SALESFORCE_TOKEN", "t")).url());
    }

    @Test
    void theEnvironmentNamesARealOrg() {
        Arguments arguments = arguments(ENVIRONMENT, "--leads", "mine.json");
        assertEquals(Optional.of("https://acme.my.salesforce.com"), arguments.url());
        assertEquals("from-environment", arguments.token());
    }

    @Test
    void optionsComeBeforeTheEnvironment() {
        Arguments arguments =
                arguments(ENVIRONMENT, "--leads=l", "--url", "https://b.my.salesforce.com", "--token", "given");
        assertEquals(Optional.of("https://b.my.salesforce.com"), arguments.url());
        assertEquals("given", arguments.token());
    }

    @Test
    void dataOfAFakeOrgMeansTheFakeOrgWhateverTheEnvironmentSays() {
        assertEquals(
                Optional.empty(), arguments(ENVIRONMENT, "--org-data", "o.json").url());
    }

    @Test
    void theSampleNeverGoesIntoTheOrgOfTheEnvironment() {
        assertThrows(InputException.class, () -> arguments(ENVIRONMENT));
    }

    @Test
    void aRealOrgAsksForAToken() {
        Arguments arguments = arguments(Map.of(), "--leads=l", "--url=https://b.my.salesforce.com");
        assertThrows(InputException.class, arguments::token);
    }

    @Test
    void helpIsGivenWhateverElseIsWrong() {
        assertTrue(arguments(ENVIRONMENT, "--help").isHelp());
    }

    private static Arguments arguments(Map<String, String> environment, String... words) {
        return Arguments.of(List.of(words), environment, FOLDER);
    }
}
