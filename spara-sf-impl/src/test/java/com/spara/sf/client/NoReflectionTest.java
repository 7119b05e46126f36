package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is found or called by its name: no reflection, no class loading, no dynamic proxy, no method handle, no Java
 * serialization. Read from the class files, so that no way of writing it escapes. How jakarta.json finds its provider is that
 * library's own affair; ours only call its door.
 */
class NoReflectionTest {

    /** What a class may ask about itself or another: its names, its resources, and whether a value belongs to it. */
    private static final Set<String> HARMLESS = Set.of(
            "java/lang/Class.getSimpleName",
            "java/lang/Class.getName",
            "java/lang/Class.getResourceAsStream",
            "java/lang/Class.isInstance",
            "java/lang/Class.cast",
            "java/lang/Class.desiredAssertionStatus");

    private static final Predicate<String> FORBIDDEN = Pattern.compile("java/lang/reflect/.*"
                    + "|java/lang/Class\\..*"
                    + "|java/lang/ClassLoader\\..*"
                    + "|java/lang/Module(Layer)?\\..*"
                    + "|java/lang/invoke/(MethodHandles?|MethodHandles\\$Lookup|VarHandle)\\..*"
                    + "|java/util/ServiceLoader\\..*"
                    + "|java/beans/.*"
                    + "|java/io/Object(In|Out)putStream.*"
                    + "|(sun/misc|jdk/internal)/.*")
            .asMatchPredicate()
            .and(mention -> !HARMLESS.contains(mention));

    @Test
    void nothingIsFoundOrCalledByItsName() throws Exception {
        TreeSet<String> found = new TreeSet<>();
        for (Class<?> module : List.of(RecordId.class, Salesforce.class, FakeOrg.class)) {
            found.addAll(forbiddenIn(module));
        }
        assertEquals(new TreeSet<>(), found);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ByName.class,
                ByMember.class,
                ByForce.class,
                ByProxy.class,
                ByHandle.class,
                ByLoader.class,
                ByService.class
            })
    void plantedReflectionIsFound(Class<?> planted) throws IOException {
        try (InputStream file = planted.getResourceAsStream(planted.getName().replaceAll(".*\\.", "") + ".class")) {
            assertTrue(!forbidden(file.readAllBytes()).isEmpty());
        }
    }

    private static TreeSet<String> forbiddenIn(Class<?> module) throws Exception {
        Path location = Path.of(
                module.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(location)) {
            return forbiddenBelow(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(new URI("jar:" + location.toUri()), Map.of())) {
            return forbiddenBelow(jar.getPath("/"));
        }
    }

    private static TreeSet<String> forbiddenBelow(Path root) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        List<Path> classes = classes(root);
        assertTrue(classes.size() > 100, () -> "only " + classes.size() + " classes in " + root);
        for (Path file : classes) {
            forbidden(Files.readAllBytes(file)).forEach(mention -> found.add(root.relativize(file) + " -> " + mention));
        }
        return found;
    }

    private static List<Path> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static List<String> forbidden(byte[] classFile) throws IOException {
        return ClassMentions.of(classFile).filter(FORBIDDEN).toList();
    }

    static final class ByName {
        static Class<?> plant() throws ReflectiveOperationException {
            return Class.forName("java.lang.String");
        }
    }

    static final class ByMember {
        static Object plant() {
            return String.class.getDeclaredMethods();
        }
    }

    static final class ByForce {
        static void plant(java.lang.reflect.AccessibleObject member) {
            member.setAccessible(true);
        }
    }

    static final class ByProxy {
        static Object plant() {
            return Proxy.newProxyInstance(
                    ByProxy.class.getClassLoader(), new Class<?>[] {Runnable.class}, (proxy, method, values) -> null);
        }
    }

    static final class ByHandle {
        static Object plant() throws IllegalAccessException {
            return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup());
        }
    }

    static final class ByLoader {
        static Class<?> plant(ClassLoader loader) throws ClassNotFoundException {
            return loader.loadClass("java.lang.String");
        }
    }

    static final class ByService {
        static Object plant() {
            return ServiceLoader.load(Runnable.class);
        }
    }
}
