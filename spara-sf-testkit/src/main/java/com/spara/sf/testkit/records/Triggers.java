package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs an org's triggers over a chunk of records. What they take of the CPU time of one call is reckoned for all of
 * the call, as Salesforce does it with a composite.
 */
final class Triggers {
    private static final String FAILED = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
    private static final long CPU_NANOS = 10_000_000_000L;

    private final Map<String, List<Installed>> byObject = new HashMap<>();
    private final Map<String, Long> nanosPerRow = new HashMap<>();
    private long spent;

    private record Installed(String name, TriggerEvent event, RowTrigger body) {}

    void install(String object, String name, TriggerEvent event, RowTrigger body) {
        byObject.computeIfAbsent(object, key -> new ArrayList<>()).add(new Installed(name, event, body));
    }

    /** From now on the triggers of the object get through so many rows in one call. */
    void budget(String object, int rowsPerCall) {
        nanosPerRow.put(object, CPU_NANOS / rowsPerCall);
    }

    void beginCall() {
        spent = 0;
    }

    /** Runs what is installed for the event over those that are still going; one exception fails them all. */
    void run(TriggerEvent event, String object, List<Attempt> attempts) {
        if (event.isBefore()) {
            spend(event, object, attempts);
        }
        byObject.getOrDefault(object, List.of()).stream()
                .filter(trigger -> trigger.event == event)
                .forEach(trigger -> run(trigger, attempts));
    }

    /** The same for one record that is deleted; throws {@link RefusedException} when it must stay. */
    void runOne(TriggerEvent event, SObject type, Attempt attempt) {
        run(event, type.name(), List.of(attempt));
        SaveError error = attempt.result().error();
        if (error != null) {
            throw new RefusedException(error);
        }
    }

    private void run(Installed trigger, List<Attempt> attempts) {
        List<TriggeredRow> rows = new ArrayList<>();
        attempts.forEach(attempt -> attempt.alive()
                .ifPresent(save -> rows.add(TriggeredRow.ofTrigger(save, attempt, trigger.event.isWriting()))));
        if (rows.isEmpty()) {
            return;
        }
        try {
            trigger.body.run(rows);
        } catch (RuntimeException e) {
            failAll(attempts, message(trigger.name, trigger.event, ApexText.of(e)));
        }
    }

    private void spend(TriggerEvent event, String object, List<Attempt> attempts) {
        long rows = attempts.stream().filter(Attempt::isAlive).count();
        long cost = rows * nanosPerRow.getOrDefault(object, 0L);
        spent += cost;
        if (cost > 0 && spent > CPU_NANOS) {
            String why = "System.LimitException: Apex CPU time limit exceeded";
            failAll(attempts, message(object + "Trigger", event, why));
        }
    }

    private static void failAll(List<Attempt> attempts, String message) {
        SaveError error = SaveError.of(FAILED, message);
        attempts.stream().filter(Attempt::isAlive).forEach(attempt -> attempt.fail(error));
    }

    private static String message(String trigger, TriggerEvent event, String why) {
        return trigger + ": execution of " + event.apexName() + "\n\ncaused by: " + why + "\n\nTrigger." + trigger
                + ": line 1, column 1";
    }
}
