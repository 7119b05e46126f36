package com.spara.sf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:02:00Z");

    private final Conversation thread = Conversation.of(
            Message.of(NINE.plusSeconds(60), "Spara", "Yes.\nIn three days.").via("Chat"),
            Message.of(NINE, "Ada Lovelace", "Do you ship to Norway?").via("Chat"),
            Message.of(NINE.plus(Duration.ofDays(1)), "Ada Lovelace", "Thank you!")
                    .via("E-mail"));

    @Test
    void readsAsASalespersonLikesIt() {
        assertEquals("""
                Chat, Monday 23 November 2026 (UTC)
                09:02  Ada Lovelace: Do you ship to Norway?
                09:03  Spara: Yes.
                       In three days.

                E-mail, Tuesday 24 November 2026 (UTC)
                09:02  Ada Lovelace: Thank you!""", thread.text());
    }

    @Test
    void timesAreShownInTheZoneOfTheReader() {
        String text = thread.in(ZoneId.of("Europe/Oslo")).text();
        assertTrue(text.startsWith("Chat, Monday 23 November 2026 (Europe/Oslo)\n10:02  Ada"), text);
    }

    @Test
    void theNewestMessagesAreKeptWhole() {
        String newest = thread.newest(110);
        assertEquals("""
                [earlier messages left out]
                E-mail, Tuesday 24 November 2026 (UTC)
                09:02  Ada Lovelace: Thank you!""", newest);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 98, 99, 150, 10_000})
    void theNewestPartNeverExceedsTheLimit(int limit) {
        assertTrue(thread.newest(limit).length() <= limit);
    }

    @Test
    void aMessageThatIsTooLongKeepsItsEndAndNoHalfCharacter() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        Conversation one = Conversation.of(Message.of(NINE, "Ada", "ab" + family + "cd"));
        assertEquals("cd", one.newest(4));
        assertFalse(Character.isLowSurrogate(one.newest(6).charAt(0)));
    }

    @Test
    void aMillionCharactersAreCutQuickly() {
        Conversation huge = Conversation.of(IntStream.range(0, 20_000)
                .mapToObj(i ->
                        Message.of(NINE.plusSeconds(i), "Ada", "x".repeat(50)).via("Chat"))
                .toList());
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertTrue(huge.newest(32_000).length() > 31_000));
    }

    @Test
    void anEmptyThreadIsAnEmptyText() {
        assertEquals("", Conversation.of().text());
    }

    @Test
    void plusKeepsTheOrderOfTime() {
        assertEquals(
                thread,
                Conversation.of(thread.messages().get(2))
                        .plus(thread.messages().get(0))
                        .plus(thread.messages().get(1)));
    }

    @Test
    void toStringShowsNoWords() {
        assertEquals("Conversation[3 messages]", thread.toString());
        assertEquals("Message[2026-11-23T09:02:00Z]", thread.messages().get(0).toString());
    }
}
