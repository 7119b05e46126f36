package com.spara.sf.orgcheck;

/** Whether an assumption holds, with what was seen: statuses, codes and numbers, never people's data. */
record Finding(Verdict verdict, String facts) {

    /** What can be told of an assumption. */
    enum Verdict {
        YES("yes"),
        NO("no"),
        UNANSWERED("could not tell");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Finding of(boolean holds, String facts) {
        return new Finding(holds ? Verdict.YES : Verdict.NO, facts);
    }

    static Finding unanswered(String why) {
        return new Finding(Verdict.UNANSWERED, why);
    }
}
