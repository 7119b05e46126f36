package com.spara.sf.client.reliability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The threads that the library made, and those that are in its code, besides the ones of the test. */
final class Threads {

    private Threads() {}

    /** Of those that were not there before, the ones that are the library's own or do its work; threads of a pool may idle. */
    static List<String> atWork(Set<Thread> before) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()) && entry.getKey() != Thread.currentThread())
                .filter(entry -> isOwn(entry.getKey()) || isInside(entry))
                .map(entry -> entry.getKey().getName())
                .toList();
    }

    private static boolean isOwn(Thread thread) {
        return thread.getName().startsWith("spara-sf");
    }

    private static boolean isInside(Map.Entry<Thread, StackTraceElement[]> entry) {
        return Stream.of(entry.getValue())
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("com.spara.sf.client.") && !name.contains(".client.reliability."));
    }
}
