package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The public API as text, in {@code docs/api}, so that each change of it is a visible diff. To take a change over, run the
 * test with {@code -Dapi.write=true} and look at the diff.
 */
class PublicApiTest {

    private static final Map<String, Class<?>> MODULES = Map.of(
            "spara-sf-api", RecordId.class, "spara-sf-impl", Salesforce.class, "spara-sf-testkit", FakeOrg.class);

    private static final Map<String, List<String>> EXPORTED = Map.of(
            "spara-sf-api",
                    List.of(
                            "com.spara.sf",
                            "com.spara.sf.connect",
                            "com.spara.sf.settings",
                            "com.spara.sf.spi",
                            "com.spara.sf.sync"),
            "spara-sf-impl", List.of("com.spara.sf.client"),
            "spara-sf-testkit",
                    List.of("com.spara.sf.testkit", "com.spara.sf.testkit.contents", "com.spara.sf.testkit.junit"));

    @ParameterizedTest
    @CsvSource({"spara-sf-api", "spara-sf-impl", "spara-sf-testkit"})
    void thePublicApiIsTheOneThatIsWrittenDown(String module) throws Exception {
        Path file = home().resolve("docs/api/" + module + ".txt");
        String actual = text(module);
        if (Boolean.getBoolean("api.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertEquals(
                List.of(),
                difference(Files.readString(file), actual),
                "Run with -Dapi.write=true if the change is meant.");
    }

    private static List<String> difference(String written, String actual) {
        List<String> gone = written.lines()
                .filter(line -> !actual.contains(line + "\n"))
                .map(line -> "- " + line)
                .toList();
        List<String> added = actual.lines()
                .filter(line -> !written.contains(line + "\n"))
                .map(line -> "+ " + line)
                .toList();
        return Stream.of(gone, added).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @CsvSource({"spara-sf-api", "spara-sf-impl", "spara-sf-testkit"})
    void noPackageHasMoreThanTwentyFiveTypes(String module) throws Exception {
        for (String name : EXPORTED.get(module)) {
            long types = classes(module, name).stream()
                    .filter(type -> !type.isMemberClass())
                    .count();
            assertEquals(Math.min(types, 25), types, name);
        }
    }

    private static String text(String module) throws Exception {
        StringBuilder text = new StringBuilder();
        for (String name : EXPORTED.get(module)) {
            for (Class<?> type : classes(module, name)) {
                text.append(type.toGenericString().replace(" sealed", "")).append('\n');
                members(type)
                        .forEach(member -> text.append("    ").append(member).append('\n'));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static TreeSet<String> members(Class<?> type) {
        TreeSet<String> members = new TreeSet<>();
        Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Stream::of)
                .filter(member -> isPublic(((Member) member).getModifiers()) && !((Member) member).isSynthetic())
                .forEach(member -> members.add(generic(member)));
        return members;
    }

    private static String generic(AnnotatedElement member) {
        if (member instanceof Executable executable) {
            return executable.toGenericString();
        }
        return ((Field) member).toGenericString();
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static List<Class<?>> classes(String module, String packageName) throws Exception {
        Class<?> known = MODULES.get(module);
        Path location = Path.of(
                known.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(location)) {
            return classesIn(location.resolve(packageName.replace('.', '/')), packageName);
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarUri(location), Map.of())) {
            return classesIn(jar.getPath(packageName.replace('.', '/')), packageName);
        }
    }

    private static URI jarUri(Path location) throws URISyntaxException {
        return new URI("jar:" + location.toUri());
    }

    private static List<Class<?>> classesIn(Path folder, String packageName) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> packageName + "." + file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(PublicApiTest::load)
                    .filter(type -> isPublic(type.getModifiers()) && !type.isAnonymousClass())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApiTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }
}
