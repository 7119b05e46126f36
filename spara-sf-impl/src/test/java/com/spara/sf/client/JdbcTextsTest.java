package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class JdbcTextsTest {

    private static JdbcTexts texts(TestDatabase database) {
        return JdbcTexts.over(TestDatabase.source(database.url()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSavedComesBack(TestDatabase database) {
        JdbcTexts texts = texts(database);
        KeptText first = texts.load("acme/hot");
        assertEquals(Optional.empty(), first.text());
        KeptText saved = texts.save(first.with("one"));
        texts.save(saved.with("x".repeat(16_000)));
        assertEquals(Optional.of("x".repeat(16_000)), texts.load("acme/hot").text());
    }

    @ParameterizedTest
    @EnumSource
    void whoDidNotSeeTheNewestVersionIsRefused(TestDatabase database) {
        JdbcTexts texts = texts(database);
        KeptText never = texts.load("acme/hot");
        KeptText one = texts.save(never.with("one"));
        KeptText two = texts.save(one.with("two"));
        assertThrows(ConcurrentModificationException.class, () -> texts.save(never.with("other")));
        assertThrows(ConcurrentModificationException.class, () -> texts.save(one.with("other")));
        assertThrows(ConcurrentModificationException.class, () -> texts.remove(one));
        assertEquals(two, texts.load("acme/hot"));
    }

    @ParameterizedTest
    @EnumSource
    void whoSawATextThatWasRemovedAndMadeAgainIsRefused(TestDatabase database) {
        JdbcTexts texts = texts(database);
        KeptText one = texts.save(texts.load("acme/hot").with("one"));
        texts.remove(one);
        KeptText again = texts.save(texts.load("acme/hot").with("again"));
        assertThrows(ConcurrentModificationException.class, () -> texts.save(one.with("other")));
        assertThrows(ConcurrentModificationException.class, () -> texts.remove(one));
        assertEquals(again, texts.load("acme/hot"));
    }

    @Test
    void onlyARowThatIsThereAlreadyIsAChange() throws SQLException {
        DataSource source = TestDatabase.source(TestDatabase.H2.url());
        JdbcTexts texts = JdbcTexts.over(source);
        KeptText one = texts.save(texts.load("acme/hot").with("one"));
        TestDatabase.run(source, "ALTER TABLE spara_sf_text ADD CHECK (content <> 'bad')");
        assertThrows(UncheckedIOException.class, () -> texts.save(one.with("bad")));
        assertThrows(
                UncheckedIOException.class,
                () -> texts.save(texts.load("acme/cold").with("bad")));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHostRollsBackIsNotSaved(TestDatabase database) throws SQLException {
        DataSource source = TestDatabase.source(database.url());
        JdbcTexts texts = JdbcTexts.over(source);
        try (Connection transaction = source.getConnection()) {
            transaction.setAutoCommit(false);
            JdbcTexts.in(transaction).save(texts.load("acme/hot").with("one"));
            transaction.rollback();
            assertEquals(Optional.empty(), texts.load("acme/hot").text());
            JdbcTexts.in(transaction).save(texts.load("acme/hot").with("two"));
            transaction.commit();
        }
        assertEquals(Optional.of("two"), texts.load("acme/hot").text());
    }

    @ParameterizedTest
    @EnumSource
    void ofManyTransactionsAtOnceOneGoesOn(TestDatabase database) {
        DataSource source = TestDatabase.source(database.url());
        KeptText place = JdbcTexts.over(source)
                .save(JdbcTexts.over(source).load("acme/hot").with("0"));
        for (int isolation : List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE)) {
            KeptText from = JdbcTexts.over(source).load(place.name());
            AtomicInteger won = new AtomicInteger();
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> won.addAndGet(wins(source, isolation, from.with("from " + i)))))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertEquals(1, won.get());
        }
    }

    private static int wins(DataSource source, int isolation, KeptText text) {
        try (Connection transaction = source.getConnection()) {
            transaction.setAutoCommit(false);
            transaction.setTransactionIsolation(isolation);
            JdbcTexts.in(transaction).load("something else");
            JdbcTexts.in(transaction).save(text);
            transaction.commit();
            return 1;
        } catch (ConcurrentModificationException later) {
            return 0;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsAreFoundByTheBeginningOfTheirNamesUntilRemoved(TestDatabase database) {
        JdbcTexts texts = texts(database);
        for (String name : List.of("job_b", "job_a!", "job%", "jobs", "Job_c")) {
            texts.save(texts.load(name).with(name));
        }
        assertEquals(List.of("job_a!", "job_b"), names(texts.startingWith("job_")));
        assertEquals(List.of("job%"), names(texts.startingWith("job%")));
        assertEquals(List.of("job_a!"), names(texts.startingWith("job_a!")));
        texts.remove(texts.load("job_b"));
        assertEquals(List.of("job_a!"), names(texts.startingWith("job_")));
        assertThrows(ConcurrentModificationException.class, () -> texts.remove(texts.load("job_b")));
    }

    private static List<String> names(List<KeptText> texts) {
        return texts.stream().map(KeptText::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"40001, 3", "40P01, 3", "40003, 1", "08006, 1"})
    void onlyWhatTheDatabaseTookBackIsDoneAgain(String state, int tries) {
        AtomicInteger tried = new AtomicInteger();
        JdbcTexts texts = JdbcTexts.over(new OtherSource(TestDatabase.source("jdbc:h2:mem:")) {
            @Override
            public Connection getConnection() throws SQLException {
                tried.incrementAndGet();
                throw new SQLException("trouble", state);
            }
        });
        assertThrows(UncheckedIOException.class, () -> texts.load("acme/hot"));
        assertEquals(tries, tried.get());
    }

    @Test
    void misuseIsRefusedAndTextsAreNotShown() {
        JdbcTexts texts = texts(TestDatabase.H2);
        KeptText never = texts.load("acme/hot");
        assertThrows(IllegalArgumentException.class, () -> texts.save(never));
        assertThrows(IllegalArgumentException.class, () -> never.with("x".repeat(16_001)));
        assertThrows(IllegalArgumentException.class, () -> texts.load("x".repeat(256)));
        assertFalse(never.with("canary").toString().contains("canary"));
    }

    @Test
    void aMissingTableIsNoMissingText() {
        JdbcTexts texts = JdbcTexts.over(TestDatabase.source("jdbc:h2:mem:"));
        assertThrows(UncheckedIOException.class, () -> texts.load("acme/hot"));
    }
}
