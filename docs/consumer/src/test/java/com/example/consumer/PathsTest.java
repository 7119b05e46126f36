package com.example.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The host runs wherever its jars lie. */
@Timeout(60)
class PathsTest {
    private static final Path JAR = Path.of(System.getProperty("consumer.jar"));
    private static final Path LIB = Path.of(System.getProperty("consumer.lib"));
    private static final String MAIN = "com.example.consumer.Consumer";
    private static final String MODULE = "com.example.consumer/" + MAIN;

    @Test
    void runsOnTheModulePath() throws Exception {
        List<String> printed = Java.run("-p", JAR + File.pathSeparator + LIB, "-m", MODULE);
        assertEquals(List.of("CREATED", "module com.spara.sf.impl", "module com.spara.sf.testkit"), printed);
    }

    @Test
    void runsOnTheClassPath() throws Exception {
        List<String> printed = Java.run("-cp", JAR + File.pathSeparator + LIB.resolve("*"), MAIN);
        assertEquals("CREATED", printed.get(0));
        assertTrue(printed.get(1).startsWith("unnamed module") && printed.get(2).startsWith("unnamed module"));
    }

    @Test
    void runsWithoutTheAnnotationsThatOnlyCompilersRead() throws Exception {
        String jars = JAR
                + File.pathSeparator
                + libraries()
                        .filter(jar -> !name(jar).equals("jspecify"))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        assertEquals("CREATED", Java.run("-p", jars, "-m", MODULE).get(0));
    }

    @Test
    void takesNoMoreJarsThanIsSaid() throws IOException {
        assertEquals(
                List.of("jakarta.json-api", "jspecify", "parsson", "spara-sf-api", "spara-sf-impl", "spara-sf-testkit"),
                libraries().map(PathsTest::name).sorted().toList());
    }

    private static Stream<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(LIB)) {
            return files.toList().stream();
        }
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replaceAll("-[0-9].*", "");
    }
}
