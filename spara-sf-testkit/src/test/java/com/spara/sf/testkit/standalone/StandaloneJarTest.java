package com.spara.sf.testkit.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The jar that the build makes; runs in the build's phase integration-test, after it was made. */
@EnabledIfSystemProperty(named = StandaloneJarTest.PROPERTY, matches = ".+", disabledReason = "the jar is not made yet")
@Timeout(60)
class StandaloneJarTest {
    static final String PROPERTY = "standalone.jar";
    private static final String JAR = System.getProperty(PROPERTY, "");

    @Test
    void runsByItself() throws Exception {
        try (Program program = Program.start(List.of("-jar", JAR))) {
            assertEquals(0, program.query("SELECT Id FROM Lead").getInt("totalSize"));
            assertTrue(program.get("/").startsWith("<!doctype html>"));
        }
    }

    @Test
    void holdsTheLicencesOfAllThatIsInIt() throws Exception {
        try (JarFile jar = new JarFile(JAR)) {
            for (String text : List.of("LICENSE", "LICENSE.md", "NOTICE.md")) {
                assertTrue(jar.getEntry("META-INF/" + text) != null, text);
            }
            String notices = new String(
                    jar.getInputStream(jar.getEntry("META-INF/NOTICE.md")).readAllBytes());
            assertTrue(notices.contains("Eclipse Parsson") && notices.contains("Jakarta JSON Processing"), notices);
        }
    }

    @Test
    void holdsNothingElse() throws Exception {
        try (JarFile jar = new JarFile(JAR)) {
            TreeSet<String> folders = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.indexOf('/', name.indexOf('/') + 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(List.of("com/spara", "jakarta/json", "org/eclipse"), List.copyOf(folders));
        }
    }
}
