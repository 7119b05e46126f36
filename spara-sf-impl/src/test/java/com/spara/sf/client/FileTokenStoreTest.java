package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.StoredConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileTokenStoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"acme", "../../etc/passwd", "C:\\x", "Grüße 🌍", "", "con", "a/b", "ACME"})
    void whatIsSavedComesBackWhateverTheName(String name) {
        FileTokenStore store = FileTokenStore.in(folder.resolve("tokens"));
        store.save(name, StoredConnection.of("one"));
        store.save(name, StoredConnection.of("two ü"));
        assertEquals(Optional.of(StoredConnection.of("two ü")), store.load(name));
        assertEquals(
                Optional.of(StoredConnection.of("two ü")),
                FileTokenStore.in(folder.resolve("tokens")).load(name));
    }

    @Test
    void namesThatDifferInCapitalsOrLengthAreTwo() {
        FileTokenStore store = FileTokenStore.in(folder);
        List<String> names = List.of("acme", "ACME", "a".repeat(300), "a".repeat(301));
        names.forEach(name -> store.save(name, StoredConnection.of(name)));
        names.forEach(name -> assertEquals(Optional.of(StoredConnection.of(name)), store.load(name)));
    }

    @Test
    void onlyTheOwnerMayReadAndNothingIsLeftBeside() throws IOException {
        FileTokenStore store = FileTokenStore.in(folder.resolve("tokens"));
        store.exclusively("acme", () -> store.save("acme", StoredConnection.of("x")));
        assertEquals("rwx------", rights(folder.resolve("tokens")));
        try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
            List<Path> all = files.toList();
            assertEquals(2, all.size(), all.toString());
            all.forEach(file -> assertEquals("rw-------", rights(file)));
        }
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void workOnOneConnectionTakesTurnsAcrossStoresOfOneFolder() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> FileTokenStore.in(folder)
                                .exclusively("acme", () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    Thread.onSpinWait();
                                    inside.decrementAndGet();
                                })))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertEquals(1, most.get());
    }

    @Test
    void aFailureSaysWhichConnectionAndShowsNoToken() {
        FileTokenStore store = FileTokenStore.in(folder.resolve("gone"));
        assertTrue(folder.resolve("gone").toFile().delete());
        UncheckedIOException thrown =
                assertThrows(UncheckedIOException.class, () -> store.save("acme", StoredConnection.of("canary-token")));
        assertTrue(thrown.getMessage().contains("'acme'"), thrown.getMessage());
        assertFalse(thrown.toString().contains("canary"));
        assertFalse((store + "" + StoredConnection.of("canary")).contains("canary"));
    }
}
