package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample in Python of {@code docs/testing-your-host.md} runs, where there is a Python. */
@Timeout(120)
class OtherLanguageTest {

    private static final String JAR = "\"java\", \"-jar\", \"spara-sf-testkit-standalone.jar\"";

    @Test
    void theOrgIsStartedAskedAndEnded() throws IOException, InterruptedException {
        assumeTrue(exits("python3", "--version") == 0, "There is no python3 here.");
        String sample = Page.of("testing-your-host.md").blocks("python").get(0);
        assertTrue(sample.contains(JAR), sample);
        assertEquals("0", output("python3", "-c", sample.replace(JAR, program())));
    }

    /** The same program from the class path of this test, since the jar may not be made yet. */
    private static String program() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = List.of(
                java, "-cp", System.getProperty("java.class.path"), "com.spara.sf.testkit.standalone.Standalone");
        return "*" + words.stream().map(word -> "r'" + word + "'").toList();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return text;
    }

    private static int exits(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
