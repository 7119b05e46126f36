package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.ApiCall;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fake org on a port of this machine stands for a real one. */
@Timeout(30)
class RealOrgTest {

    private final Screen screen = new Screen();
    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();

    @TempDir
    private Path folder = Path.of("");

    private String leads = "";

    @BeforeEach
    void aFileOfTwoLeads() throws IOException {
        org.add("Lead", "LastName", "Romano", "Company", "Romano Ceramics", "Email", "chiara@romano.example");
        Path file = folder.resolve("mine.json");
        Files.writeString(file, """
            [
              {"email": "ada@brightwater.example", "last_name": "Okonkwo", "company": "Brightwater"},
              {"email": "chiara@romano.example", "job_title": "Buyer"}
            ]
            """);
        leads = file.toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leadsAreWritten() {
        assertEquals(0, screen.run("--leads", leads, "--url", server.url(), "--token", org.token()), screen::err);
        assertEquals(2, org.records("Lead").size());
        assertEquals("Buyer", org.records("Lead").get(0).text("Title"));
        assertTrue(screen.out().startsWith("2 leads pushed into " + server.url()), screen::out);
    }

    @Test
    void theEnvironmentNamesTheOrg() {
        Map<String, String> environment = Map.of("SALESFORCE_URL", server.url(), "SALESFORCE_TOKEN", org.token());
        assertEquals(0, screen.run(environment, "--leads", leads), screen::err);
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aPlanWritesNothing() {
        String before = org.table("Lead");
        assertEquals(0, screen.run("--plan", "--leads", leads, "--url", server.url(), "--token", org.token()));
        assertTrue(screen.out().contains("Leads      1 create, 1 update"), screen::out);
        assertEquals(before, org.table("Lead"));
        assertEquals(Set.of("GET"), methodsBehindTheCalls());
    }

    @Test
    void aPushWritesWhichTheLedgerShows() {
        screen.run("--leads", leads, "--url", server.url(), "--token", org.token());
        assertTrue(methodsBehindTheCalls().contains("PATCH"), () -> org.calls().toString());
    }

    @Test
    void theTokenIsNeverPrinted() {
        screen.run("--leads", leads, "--url", server.url(), "--token", org.token());
        screen.run("--json", "--leads", leads, "--url", server.url(), "--token", org.token());
        assertFalse((screen.out() + screen.err()).contains(org.token()));
    }

    @Test
    void aTokenThatTheOrgDoesNotTakeIsOneLine() {
        assertEquals(1, screen.run("--plan", "--leads", leads, "--url", server.url(), "--token", "s3cret"));
        assertEquals(1, screen.errLines().size(), screen::err);
        assertFalse(screen.err().contains("s3cret"));
    }

    @Test
    void aPushThatNothingCameOfHasAResultForEachLeadAndOneLine() {
        assertEquals(1, screen.run("--leads", leads, "--url", server.url(), "--token", "s3cret"));
        assertTrue(screen.out().contains("Leads      2 failed"), screen::out);
        assertEquals(1, screen.errLines().size(), screen::err);
    }

    @Test
    void anOrgThatCannotBeReachedIsOneLine() {
        server.close();
        assertEquals(1, screen.run("--plan", "--leads", leads, "--url", server.url(), "--token", "s3cret"));
        assertEquals(1, screen.errLines().size(), screen::err);
    }

    @Test
    void anAddressThatIsNoneIsOneLine() {
        assertEquals(2, screen.run("--leads", leads, "--url", "acme", "--token", "s3cret"));
        assertEquals(1, screen.errLines().size(), screen::err);
    }

    @Test
    void aTokenThatIsNoneIsNotRepeated() {
        assertEquals(2, screen.run("--leads", leads, "--url", server.url(), "--token", "s3cret token"));
        assertFalse(screen.err().contains("s3cret"), screen::err);
    }

    private Set<String> methodsBehindTheCalls() {
        return org.calls().all().stream()
                .flatMap(call -> call.subrequests().stream())
                .map(ApiCall.Subrequest::method)
                .collect(Collectors.toSet());
    }
}
