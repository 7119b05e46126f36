package com.spara.sf.testkit.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake org as a program, run from the class path. */
@Timeout(60)
class StandaloneTest {
    @TempDir
    Path folder;

    private Path data(String json) throws Exception {
        return Files.writeString(folder.resolve("org.json"), json.replace('\'', '"'));
    }

    @Test
    void theFirstLineLeadsToTheRecordsOfTheFile() throws Exception {
        Path data = data("{'version': 1, 'objects': [{'name': 'Region__c', 'fields': [{'name': 'Code__c', 'type':"
                + " 'text', 'length': 9}]}], 'records': {'Region__c': [{'@id': 'north', 'Name': 'Ñorth', 'Code__c':"
                + " 'N'}]}}");
        try (Program program = Program.start(Program.onClassPath(), "--data", data.toString())) {
            var region = program.query("SELECT Id, Name FROM Region__c WHERE Code__c = 'N'")
                    .getJsonArray("records")
                    .getJsonObject(0);
            assertEquals("Ñorth", region.getString("Name"));
            assertEquals(program.facts().getJsonObject("ids").getString("north"), region.getString("Id"));
        }
    }

    @Test
    void appsOfTheFileHaveARefreshTokenAndTheAddressOfWhoIsConnected() throws Exception {
        Path data = data("{'version': 1, 'apps': [{'key': 'k', 'secret': 's', 'rotatesRefreshTokens': true}]}");
        try (Program program = Program.start(Program.onClassPath(), "--data", data.toString())) {
            String url = program.facts().getString("instanceUrl");
            String refreshToken = program.facts().getJsonObject("refreshTokens").getString("k");
            String form = "grant_type=refresh_token&client_id=k&client_secret=s&refresh_token=" + refreshToken;
            assertTrue(program.post("/services/oauth2/token", form).contains("\"id\":\"" + url + "/id/"));
            assertTrue(program.get("/services/data/v66.0/").contains("\"identity\":\"" + url + "/id/"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptEndsItWithNothingMoreOnStandardOutputAndNoStackTrace() throws Exception {
        try (Program program = Program.start(Program.onClassPath())) {
            List<String> written = program.interrupted();
            assertEquals("", written.get(0));
            assertEquals(1, written.get(1).lines().count(), written.get(1));
        }
    }

    @Test
    void latencyIsWaitedForByEachAnswer() throws Exception {
        try (Program program = Program.start(Program.onClassPath(), "--latency=300")) {
            program.query("SELECT Id FROM Lead");
            long start = System.nanoTime();
            program.query("SELECT Id FROM Lead");
            assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    @Test
    void portIsTheOneAskedForAndATakenOneIsNamed() throws Exception {
        try (FakeServer server = FakeOrg.create().serve()) {
            String port = server.url().substring(server.url().lastIndexOf(':') + 1);
            Process process = Program.launch(Program.onClassPath(), "--port", port);
            assertTrue(errors(process).startsWith("port " + port + " of this machine cannot be bound"));
            assertEquals(1, process.waitFor());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        --prot 1            | --prot is not known here
        --port              | --port needs a value after it
        --port=             | --port takes a whole number from 0 to 65535, not ''
        --port=65536        | --port takes a whole number from 0 to 65535, not '65536'
        --port 1 --port 2   | --port is there twice
        --latency -5        | --latency takes a whole number from 0 to 600000, not '-5'
        --data nowhere.json | nowhere.json: there is no such file
        """)
    void argumentsThatMakeNoSenseAreExplained(String arguments, String message) throws Exception {
        Process process = Program.launch(Program.onClassPath(), arguments.split(" "));
        String errors = errors(process);
        assertEquals(message, errors.lines().findFirst().orElse(""));
        assertEquals(2, process.waitFor());
        assertFalse(errors.contains("at com.spara"), errors);
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void helpIsGivenAndNothingStarted() throws Exception {
        Process process = Program.launch(Program.onClassPath(), "--help");
        assertTrue(errors(process).startsWith("usage: java -jar spara-sf-testkit-standalone.jar"));
        assertEquals(0, process.waitFor());
    }

    @Test
    void dataThatIsWrongIsPointedAt() throws Exception {
        Path data = data("{'version': 1, 'records': {'Lead': [{'LastName': 'A'}]}}");
        Process process = Program.launch(Program.onClassPath(), "--data", data.toString());
        assertTrue(errors(process).contains("at records.Lead[0].Company: REQUIRED_FIELD_MISSING"));
        assertEquals(2, process.waitFor());
    }

    private static String errors(Process process) throws Exception {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
