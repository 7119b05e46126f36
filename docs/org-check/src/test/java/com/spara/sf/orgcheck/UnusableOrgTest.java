package com.spara.sf.orgcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is one line, which never repeats a value of the command line. */
@Timeout(60)
class UnusableOrgTest {

    private final Screen screen = new Screen();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--uri x                                   | Word 1 of the command line is not an option",
                "s3cret                                    | Word 1 of the command line is not an option",
                "--url https://a.example s3cret            | Word 3 of the command line is not an option",
                "--url                                     | The option --url needs a value.",
                "--url=                                    | The option --url needs a value.",
                "--url --token s3cret                      | The option --url needs a value.",
                "--token s3cret --token s3cret             | The option --token is given twice.",
                "--token s3cret                            | There is no --url; give it, or set SALESFORCE_URL.",
                "--url https://a.example                   | There is no --token; give it, or set SALESFORCE_TOKEN.",
                "--url acme --token s3cret                 | This is only a part of an address.",
                "--url http://a.example --token s3cret     | Plain http would show",
            })
    void aWrongCommandLineIsWrongUse(String words, String message) {
        assertEquals(2, screen.run(words.split(" ")));
        assertOneLine(message);
    }

    @Test
    void aTokenThatCannotBeOneIsWrongUse() {
        assertEquals(2, screen.run("--url", "https://a.example", "--token", "s3cret\ntoken"));
        assertOneLine("");
    }

    @Test
    void aTokenThatTheOrgDoesNotTakeIsOneLine() {
        try (FakeServer server = FakeOrg.create().serve()) {
            assertEquals(1, screen.run("--url", server.url(), "--token", "s3cret"));
        }
        assertOneLine("The org does not take the token (401 INVALID_SESSION_ID).");
    }

    @Test
    void anOrgThatCannotBeReachedIsOneLine() {
        FakeServer server = FakeOrg.create().serve();
        server.close();
        assertEquals(1, screen.run("--url", server.url(), "--token", "s3cret"));
        assertOneLine("The org cannot be reached at this address (ConnectException).");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "200, What answers at this address (200) is no Salesforce org.",
        "302, The org does not describe its Leads (302).",
        "404, The org does not describe its Leads (404).",
        "503, The org does not describe its Leads (503)."
    })
    void anAddressThatIsNoOrgsIsOneLine(int status, String message) throws IOException {
        try (PageServer page = PageServer.answering(status)) {
            assertEquals(1, screen.run("--url", page.url(), "--token", "s3cret"));
        }
        assertOneLine(message);
    }

    @Test
    void helpIsPrintedWhateverTheEnvironmentSays() {
        assertEquals(0, screen.run(Map.of("SALESFORCE_URL", "nowhere"), "--help"));
        assertTrue(screen.out().contains("--token TOKEN"), screen::out);
    }

    private void assertOneLine(String message) {
        assertEquals(1, screen.errLines().size(), screen::err);
        assertTrue(screen.err().startsWith(message), screen::err);
        assertFalse((screen.out() + screen.err()).contains("s3cret"), screen::err);
        assertEquals("", screen.out());
    }
}
