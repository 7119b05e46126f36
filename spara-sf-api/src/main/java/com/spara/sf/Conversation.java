package com.spara.sf;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole thread between a prospect and the host, oldest message first, shown in UTC unless {@link #in(ZoneId)} says
 * otherwise.
 *
 * <p>As text it has one heading for each day and channel, one line for who said what when, and further lines of a
 * message indented below it:
 *
 * <pre>
 * Chat, Monday 23 November 2026 (UTC)
 * 09:02  Ada Lovelace: Do you ship to Norway?
 * 09:03  Spara: Yes, in three days.
 * </pre>
 *
 * <p>{@code toString} shows the number of messages only. Immutable and safe to share between threads.
 */
public final class Conversation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final String INDENT = "       ";
    private static final String EARLIER = "[earlier messages left out]";

    private final List<Message> messages;
    private final ZoneId zone;

    private Conversation(List<Message> messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Returns a conversation of these messages, put in order of time; messages of the same time stay as given.
     *
     * @param messages the messages
     * @return the conversation
     */
    public static Conversation of(Message... messages) {
        return of(List.of(messages));
    }

    /**
     * Returns a conversation of these messages, put in order of time; messages of the same time stay as given.
     *
     * @param messages the messages
     * @return the conversation
     */
    public static Conversation of(List<Message> messages) {
        List<Message> sorted = new ArrayList<>(messages);
        sorted.sort((a, b) -> a.at.compareTo(b.at));
        return new Conversation(Collections.unmodifiableList(sorted), ZoneOffset.UTC);
    }

    /**
     * Returns this conversation with one more message.
     *
     * @param message the message
     * @return the new conversation
     */
    public Conversation plus(Message message) {
        List<Message> more = new ArrayList<>(messages);
        more.add(message);
        return of(more).in(zone);
    }

    /**
     * Returns this conversation with its times shown in another time zone.
     *
     * @param newZone the zone of the people who will read it
     * @return the new conversation
     */
    public Conversation in(ZoneId newZone) {
        return new Conversation(messages, newZone);
    }

    /**
     * Returns the messages.
     *
     * @return the messages, oldest first, unmodifiable
     */
    public List<Message> messages() {
        return messages;
    }

    /**
     * Returns the time zone in which times are shown.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns the whole thread as text.
     *
     * @return the text, with {@code \n} between lines and none at the end; empty if there are no messages
     */
    public String text() {
        return textFrom(0);
    }

    /**
     * Returns the newest part of the thread that fits, cut between two messages. When messages are left out, the first
     * line says so. When not even the newest message fits, its end is kept, never cutting through a character that a
     * person sees as one.
     *
     * @param maxLength the most UTF-16 units the text may have
     * @return the text, at most that long
     */
    public String newest(int maxLength) {
        String all = text();
        if (all.length() <= maxLength) {
            return all;
        }
        return messages.isEmpty() ? "" : newestThatFits(maxLength);
    }

    private String newestThatFits(int maxLength) {
        int last = messages.size() - 1;
        int fitting = messages.size();
        long length = 0;
        for (int from = last; from > 0; from--) {
            length = lengthFrom(from, length);
            if (EARLIER.length() + 1 + length > maxLength) {
                break;
            }
            fitting = from;
        }
        return fitting > last ? TextCut.end(messages.get(last).text, maxLength) : EARLIER + "\n" + textFrom(fitting);
    }

    /** The length of the text from a message on, given that from the next one on. */
    private long lengthFrom(int from, long next) {
        String heading = heading(messages.get(from));
        long own = heading.length() + 1L + line(messages.get(from)).length();
        if (from == messages.size() - 1) {
            return own;
        }
        boolean same = heading.equals(heading(messages.get(from + 1)));
        return own + next + (same ? -heading.length() : 2);
    }

    private String textFrom(int from) {
        StringBuilder text = new StringBuilder();
        String heading = "";
        for (Message message : messages.subList(from, messages.size())) {
            String newHeading = heading(message);
            if (!newHeading.equals(heading)) {
                text.append(text.isEmpty() ? "" : "\n\n").append(newHeading);
                heading = newHeading;
            }
            text.append('\n').append(line(message));
        }
        return text.toString();
    }

    private String heading(Message message) {
        String day = DAY.format(message.at.atZone(zone)) + " (" + zoneName() + ")";
        return message.channel.isEmpty() ? day : message.channel + ", " + day;
    }

    private String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private String line(Message message) {
        ZonedDateTime at = message.at.atZone(zone);
        String body = message.text.strip().replace("\r\n", "\n").replace("\n", "\n" + INDENT);
        return TIME.format(at) + "  " + message.from + ": " + body;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Conversation conversation
                && messages.equals(conversation.messages)
                && zone.equals(conversation.zone);
    }

    @Override
    public int hashCode() {
        return 31 * messages.hashCode() + zone.hashCode();
    }

    @Override
    public String toString() {
        return "Conversation[" + messages.size() + " messages]";
    }

    /**
     * One message of a conversation: who said what, when, and over which channel. {@code toString} shows the time only.
     * Immutable and safe to share between threads.
     */
    public static final class Message {

        private final Instant at;
        private final String from;
        private final String text;
        private final String channel;

        private Message(Instant at, String from, String text, String channel) {
            this.at = at;
            this.from = from;
            this.text = text;
            this.channel = channel;
        }

        /**
         * Returns a message without a channel.
         *
         * @param at when it was said
         * @param from the name of who said it
         * @param text what was said
         * @return the message
         */
        public static Message of(Instant at, String from, String text) {
            return new Message(at, from, text, "");
        }

        /**
         * Returns this message with its channel.
         *
         * @param newChannel the channel as a salesperson would call it, for example {@code Chat} or {@code Phone}
         * @return the new message
         */
        public Message via(String newChannel) {
            return new Message(at, from, text, newChannel.strip());
        }

        /**
         * Returns when it was said.
         *
         * @return the time
         */
        public Instant at() {
            return at;
        }

        /**
         * Returns the name of who said it.
         *
         * @return the name
         */
        public String from() {
            return from;
        }

        /**
         * Returns what was said.
         *
         * @return the text
         */
        public String text() {
            return text;
        }

        /**
         * Returns the channel.
         *
         * @return the channel, or the empty text if none was given
         */
        public String channel() {
            return channel;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Message message
                    && at.equals(message.at)
                    && from.equals(message.from)
                    && text.equals(message.text)
                    && channel.equals(message.channel);
        }

        @Override
        public int hashCode() {
            return 31 * at.hashCode() + text.hashCode();
        }

        @Override
        public String toString() {
            return "Message[" + at + "]";
        }
    }
}
