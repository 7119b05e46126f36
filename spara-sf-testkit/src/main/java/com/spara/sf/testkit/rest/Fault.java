package com.spara.sf.testkit.rest;

import java.time.Duration;
import java.util.List;

/** Something that goes wrong with a request, on plan. Its text says what, and holds no body. */
public sealed interface Fault {
    /** The request is answered so. */
    record Answer(PlannedAnswer answer, Reach reach) implements Fault {
        @Override
        public String toString() {
            return "answers " + answer + (reach == Reach.AFTER_COMMIT ? " after the commit" : "");
        }
    }

    /** What a planned answer stands for. */
    enum Reach {
        /** The request or, where it is a part of a composite, the part alone; nothing of it is done. */
        REQUEST,
        /** The whole HTTP call; nothing of it is done. */
        CALL,
        /** The whole HTTP call, all of which is done before. */
        AFTER_COMMIT
    }

    /** The request does nothing and is answered with an error in Salesforce's own form. */
    record Refusal(String code, String message, List<String> fields) implements Fault {
        public Refusal {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "refuses with " + code;
        }
    }

    /** The connection fails; when, decides whether the work was done. */
    enum Cut implements Fault {
        NEVER_SENT("is never sent"),
        REQUEST_LOST("loses the request"),
        ANSWER_LOST("loses its answer after the commit");

        private final String words;

        Cut(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The work is done, and the answer takes its time: all of it, or its body alone. */
    record Delay(Duration time, boolean ofBody) implements Fault {
        @Override
        public String toString() {
            return (ofBody ? "sends its body late by " : "is slow by ") + time;
        }
    }

    /** The work is done, and half of the answer's body arrives. */
    record Truncation(boolean framed) implements Fault {
        @Override
        public String toString() {
            return "truncates its answer" + (framed ? "" : ", unframed");
        }
    }

    /** The work is done, and the body of the right answer is spoilt. */
    record Spoil(Spoiling how) implements Fault {
        @Override
        public String toString() {
            return "spoils its answer: " + how;
        }
    }

    /** Something happens to the org just before the request. */
    enum Event implements Fault {
        TOKEN_EXPIRES("expires the token"),
        CALLS_USED_UP("uses up the daily calls"),
        CURSORS_DIE("kills the cursors");

        private final String words;

        Event(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The work of the whole HTTP call is done only after the time has passed, and nobody is answered. */
    record LateCommit(Duration time) implements Fault {
        @Override
        public String toString() {
            return "commits late by " + time + ", without an answer";
        }
    }
}
