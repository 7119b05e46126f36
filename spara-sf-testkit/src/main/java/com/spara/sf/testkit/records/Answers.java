package com.spara.sf.testkit.records;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How one org answers what no source settles. Thread-safe. */
public final class Answers {
    private final Map<Question, Boolean> settled = new ConcurrentHashMap<>();

    public void settle(Question question, boolean answer) {
        settled.put(question, answer);
    }

    public boolean is(Question question) {
        return settled.getOrDefault(question, question.usual());
    }
}
