package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers of a hundred mebibytes and more, read in 64: refused at a limit, and the client works on. */
@Timeout(120)
class HugeAnswerTest {

    private static final Pattern REFUSED = Pattern.compile(
            "The answer is (longer than is read at once|not what Salesforce answers \\(HTTP 200, nested deeper).*then SKIPPED");

    @Test
    void areRefusedInASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> endings = run(folder);
        assertEquals(7, endings.size(), endings.toString());
        for (String ending : endings) {
            assertTrue(REFUSED.matcher(ending).find(), endings.toString());
        }
    }

    private static List<String> run(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(java.waitFor(90, TimeUnit.SECONDS), "It still runs.");
        } finally {
            java.destroyForcibly();
        }
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
