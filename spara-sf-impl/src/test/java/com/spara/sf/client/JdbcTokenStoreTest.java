package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.StoredConnection;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JdbcTokenStoreTest {

    private static final SecretKey KEY = key("an AES key of 32 bytes, for tests");
    private static final SecretKey OLD = key("the one before, which has 32, too");
    private static final StoredConnection LINE = StoredConnection.of("{\"accessToken\":\"canary-token ü\"}");

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.substring(0, 32).getBytes(StandardCharsets.US_ASCII), "AES");
    }

    private static JdbcTokenStore store(DataSource source) {
        return JdbcTokenStore.over(source, "k1", KEY);
    }

    private static DataSource source(TestDatabase database) {
        return TestDatabase.source(database.url());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSavedComesBackWhateverTheName(TestDatabase database) {
        DataSource source = source(database);
        for (String name : List.of("acme", "ACME", "", "Grüße 🌍", "' OR 1=1 --", "a".repeat(255))) {
            assertEquals(Optional.empty(), store(source).load(name));
            store(source).save(name, StoredConnection.of(name));
            store(source).save(name, StoredConnection.of(name + " ü"));
            assertEquals(
                    Optional.of(StoredConnection.of(name + " ü")), store(source).load(name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatSavesNothingLeavesNothing(TestDatabase database) {
        JdbcTokenStore store = store(source(database));
        store.exclusively("acme", () -> assertEquals(Optional.empty(), store.load("acme")));
        assertEquals(Optional.empty(), store.load("acme"));
    }

    @ParameterizedTest
    @EnumSource
    void longTextsFit(TestDatabase database) {
        JdbcTokenStore store = store(source(database));
        StoredConnection longest = StoredConnection.of("x".repeat(40_000));
        store.save("acme", longest);
        assertEquals(Optional.of(longest), store.load("acme"));
        StoredConnection tooLong = StoredConnection.of("x".repeat(64_000));
        assertThrows(IllegalArgumentException.class, () -> store.save("acme", tooLong));
    }

    @ParameterizedTest
    @EnumSource
    void nothingReadableIsInTheTableAndNothingIsAlikeTwice(TestDatabase database) throws SQLException {
        DataSource source = source(database);
        store(source).save("acme", LINE);
        String first = content(source, "acme");
        store(source).save("acme", LINE);
        assertFalse(first.contains("canary") || first.contains("accessToken"), first);
        assertNotEquals(first, content(source, "acme"));
    }

    private static String content(DataSource source, String name) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT content FROM spara_sf_connection WHERE name = '" + name + "'")) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE spara_sf_connection SET name = 'globex'",
                "UPDATE spara_sf_connection SET name = 'globex', key_id = 'k0'",
                "UPDATE spara_sf_connection SET name = 'globex', key_id = 'nobody'",
                "UPDATE spara_sf_connection SET name = 'globex', content = 'x'",
                "UPDATE spara_sf_connection SET name = 'globex', content = '1.ü.ü'",
                "UPDATE spara_sf_connection SET name = 'globex', content = '2' || SUBSTRING(content FROM 2)"
            })
    void aRowOfAnotherConnectionOrAChangedOneIsNotRead(String change) throws SQLException {
        DataSource source = source(TestDatabase.H2);
        JdbcTokenStore store = store(source).alsoReading("k0", OLD);
        store.save("acme", LINE);
        TestDatabase.run(source, change);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> store.load("globex"));
        assertTrue(thrown.getMessage().contains("'globex'"), thrown.getMessage());
        assertFalse(thrown.toString().contains("canary"));
    }

    @ParameterizedTest
    @EnumSource
    void anOldKeyReadsUntilAllIsEncryptedAnew(TestDatabase database) {
        DataSource source = source(database);
        JdbcTokenStore before = JdbcTokenStore.over(source, "k0", OLD);
        before.save("acme", LINE);
        before.save("globex", LINE);
        assertThrows(IllegalStateException.class, () -> store(source).load("acme"));
        JdbcTokenStore both = store(source).alsoReading("k0", OLD);
        both.save("acme", both.load("acme").orElseThrow());
        assertEquals(1, both.encryptAnew());
        assertEquals(0, both.encryptAnew());
        assertEquals(Optional.of(LINE), store(source).load("globex"));
    }

    @Test
    void keysThatCannotBeUsedAreRefusedAtOnce() {
        DataSource source = source(TestDatabase.H2);
        SecretKey tooShort = new SecretKeySpec(new byte[5], "AES");
        assertThrows(IllegalArgumentException.class, () -> JdbcTokenStore.over(source, "k1", tooShort));
        assertThrows(IllegalArgumentException.class, () -> JdbcTokenStore.over(source, "k 1", KEY));
        assertThrows(IllegalArgumentException.class, () -> store(source).alsoReading("k1", OLD));
        assertThrows(IllegalArgumentException.class, () -> store(source).load("a".repeat(256)));
    }

    @ParameterizedTest
    @EnumSource
    void workOnOneConnectionTakesTurnsAcrossStores(TestDatabase database) {
        DataSource source = source(database);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> store(source).exclusively("acme", () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    store(source).load("acme");
                                    inside.decrementAndGet();
                                }),
                                threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();
        assertEquals(1, most.get());
    }

    @ParameterizedTest
    @EnumSource
    void otherConnectionsDoNotWait(TestDatabase database) {
        JdbcTokenStore store = store(source(database));
        store.exclusively(
                "acme",
                () -> store.exclusively("globex", () -> {
                    store.save("acme2", LINE);
                    store.save("globex", LINE);
                }));
        assertEquals(Optional.of(LINE), store.load("globex"));
    }

    @Test
    void whoseTurnItIsDoesNotWaitForItselfHoweverDeep() {
        JdbcTokenStore store = store(source(TestDatabase.H2));
        store.exclusively("acme", () -> store.exclusively("globex", () -> store.save("acme", LINE)));
        assertEquals(Optional.of(LINE), store.load("acme"));
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherFromANewKey() throws SQLException {
        DataSource source = source(TestDatabase.H2);
        JdbcTokenStore before = JdbcTokenStore.over(source, "k0", OLD);
        List.of("acme", "broken", "globex").forEach(name -> before.save(name, LINE));
        TestDatabase.run(source, "UPDATE spara_sf_connection SET content = 'x' WHERE name = 'broken'");
        JdbcTokenStore both = store(source).alsoReading("k0", OLD);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, both::encryptAnew);
        assertTrue(thrown.getMessage().contains("[broken]"), thrown.getMessage());
        assertEquals(Optional.of(LINE), store(source).load("acme"));
        assertEquals(Optional.of(LINE), store(source).load("globex"));
    }

    @ParameterizedTest
    @EnumSource
    void whoWasHeldUpForTooLongCannotSaveAnyMore(TestDatabase database) {
        DataSource source = source(database);
        JdbcTokenStore slow = store(source).lendingFor(source, Duration.ZERO);
        slow.save("acme", StoredConnection.of("before"));
        UncheckedIOException thrown = assertThrows(
                UncheckedIOException.class,
                () -> slow.exclusively("acme", () -> {
                    store(source).save("acme", StoredConnection.of("another's"));
                    store(source).exclusively("acme", () -> slow.save("acme", LINE));
                }));
        assertTrue(thrown.getMessage().contains("taken over"), thrown.getMessage());
        assertEquals(Optional.of(StoredConnection.of("another's")), slow.load("acme"));
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatNobodyTookOverIsStillOnesOwn(TestDatabase database) {
        DataSource source = source(database);
        JdbcTokenStore slow = store(source).lendingFor(source, Duration.ZERO);
        slow.exclusively("acme", () -> slow.save("acme", LINE));
        assertEquals(Optional.of(LINE), slow.load("acme"));
    }

    @ParameterizedTest
    @EnumSource
    void connectionsThatDoNotCommitByThemselvesAreCommitted(TestDatabase database) {
        String url = database.url();
        JdbcTokenStore store = store(new ManualCommits(TestDatabase.source(url)));
        store.exclusively("acme", () -> store.save("acme", LINE));
        assertEquals(Optional.of(LINE), store(TestDatabase.source(url)).load("acme"));
    }

    @Test
    void aTransactionThatThePoolBeganIsNotGoneOnWith() throws SQLException {
        DataSource source = source(TestDatabase.H2);
        JdbcTokenStore store = store(new ManualCommits(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO spara_sf_text VALUES ('of the pool', '', 1)");
                }
                return connection;
            }
        });
        store.save("acme", LINE);
        assertEquals(
                Optional.empty(), JdbcTexts.over(source).load("of the pool").text());
    }

    @Test
    void anInterruptCostsNoToken() {
        JdbcTokenStore store = store(new Impatient(source(TestDatabase.H2)));
        Thread.currentThread().interrupt();
        store.exclusively("acme", () -> store.save("acme", LINE));
        assertEquals(Optional.of(LINE), store.load("acme"));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFailureSaysWhichConnectionAndShowsNoSecret() throws SQLException {
        DataSource source = source(TestDatabase.H2);
        TestDatabase.run(source, "DROP TABLE spara_sf_connection");
        JdbcTokenStore store = store(source);
        UncheckedIOException thrown = assertThrows(UncheckedIOException.class, () -> store.save("acme", LINE));
        assertTrue(thrown.getMessage().contains("'acme'"), thrown.getMessage());
        String shown = Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .reduce(store.toString(), String::concat);
        assertFalse(shown.contains("canary") || shown.contains("an AES key"), shown);
    }
}
