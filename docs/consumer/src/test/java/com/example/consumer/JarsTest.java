package com.example.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the three jars besides classes, and how large they are, which is printed. */
class JarsTest {
    private static final Path LIB = Path.of(System.getProperty("consumer.lib"));
    private static final long LIMIT = 1_100_000;

    @ParameterizedTest
    @ValueSource(strings = {"spara-sf-api", "spara-sf-impl", "spara-sf-testkit"})
    void aJarSaysItsVersionAndItsLicence(String module) throws Exception {
        try (JarFile jar = new JarFile(file(module).toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            assertEquals(
                    module + "-" + version + ".jar", file(module).getFileName().toString());
            assertNotNull(jar.getEntry("META-INF/LICENSE"));
            assertNotNull(jar.getEntry("module-info.class"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spara-sf-api", "spara-sf-impl", "spara-sf-testkit"})
    void aJarIsDatedByTheProjectAndNotByTheBuild(String module) throws Exception {
        try (JarFile jar = new JarFile(file(module).toFile())) {
            assertEquals(1, jar.stream().map(ZipEntry::getTimeLocal).distinct().count());
            assertEquals(null, jar.getManifest().getMainAttributes().getValue("Built-By"));
        }
    }

    /** What a code means can be read with nothing but the jar, and without unpacking 140 files. */
    @Test
    void theJarOfTheApiHasThePagesOfReasons() throws Exception {
        try (JarFile jar = new JarFile(file("spara-sf-api").toFile());
                InputStream pages = jar.getInputStream(jar.getEntry("spara-sf/reasons.md"))) {
            String text = new String(pages.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("\n# " + ReasonCode.UNREACHABLE + "\n"));
        }
    }

    @Test
    void theJarsOfAHostStaySmall() throws Exception {
        long size = 0;
        for (String module : new String[] {"spara-sf-api", "spara-sf-impl"}) {
            size += Files.size(file(module));
            System.out.println(module + ": " + Files.size(file(module)) / 1000 + " KB, of it in KB " + rooms(module));
        }
        System.out.println("both: " + size / 1000 + " KB");
        assertTrue(size < LIMIT, () -> "more than " + LIMIT + " bytes");
    }

    /** The packed classes of each package, in thousands of bytes. */
    private static Map<String, Long> rooms(String module) throws Exception {
        try (JarFile jar = new JarFile(file(module).toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().matches(".+/.+\\.class"))
                    .collect(Collectors.groupingBy(
                            JarsTest::room, TreeMap::new, Collectors.summingLong(ZipEntry::getCompressedSize)))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, room -> room.getValue() / 1000, Long::sum, TreeMap::new));
        }
    }

    private static String room(ZipEntry entry) {
        String folder = entry.getName().substring(0, entry.getName().lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static Path file(String module) throws IOException {
        try (Stream<Path> files = Files.list(LIB)) {
            return files.filter(file -> file.getFileName().toString().startsWith(module))
                    .findAny()
                    .orElseThrow();
        }
    }
}
