package com.spara.sf.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Prints where the time and the allocation of a push go, by what Java's flight recorder samples in the process of this
 * library alone: by the method of the library that is nearest to the sample, and by all methods above it.
 */
public final class PushProfile {

    private static final int LEADS = 20_000;
    private static final int SHOWN = 60;

    /** Deep enough to see who called a stream within a stream. */
    private static final int DEPTH = 256;

    /** Enough of them to see a share of one in a thousand. */
    private static final String SAMPLES = "jdk.ObjectAllocationSample#throttle=2000/s";

    private static final String OURS = "com.spara.sf.";
    private static final String HARNESS = "com.spara.sf.benchmarks.";

    private final Map<String, Long> time = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();
    private final Map<String, Long> bytesBelow = new HashMap<>();
    private final Map<String, Long> bytesByType = new HashMap<>();

    private PushProfile() {}

    /**
     * Runs the contender that the first argument names, or the push of this library, and the job of the second, for as many
     * leads as the third says, or 20,000.
     *
     * @param args a class name, {@code push} or {@code pull}, and a number; or fewer of them
     * @throws IOException if a process ends unexpectedly
     */
    public static void main(String[] args) throws IOException {
        String type = args.length > 0 ? args[0] : OursPush.class.getName();
        int leads = args.length > 2 ? Integer.parseInt(args[2]) : LEADS;
        Round round = new Round(args.length > 1 ? args[1] : "push", leads, 0);
        Path recording = Files.createTempFile("push", ".jfr");
        System.out.println(Measured.head());
        run("by itself", type, round, List.of());
        run(
                "profiled",
                type,
                round,
                List.of(
                        "-XX:StartFlightRecording=settings=profile," + SAMPLES + ",filename=" + recording,
                        "-XX:FlightRecorderOptions=stackdepth=" + DEPTH));
        new PushProfile().read(recording);
        System.out.println("\nthe recording, for other tools: " + recording);
    }

    private static void run(String name, String type, Round round, List<String> options) throws IOException {
        try (Race race = new Race(options)) {
            System.out.println(Measured.median(
                    race.run(new Race.Entry(name, type, round.people()), List.of(round, round, round))));
        }
    }

    private void read(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                note(file.readEvent());
            }
        }
        print("processor time", time, total(time));
        print("allocation", bytes, total(bytes));
        print("allocation by method and what is allocated", bytesByType, total(bytes));
        print("allocation in a method and all that it calls", bytesBelow, total(bytes));
    }

    private void note(RecordedEvent event) {
        boolean isTime = event.getEventType().getName().equals("jdk.ExecutionSample");
        boolean isAllocation = event.getEventType().getName().equals("jdk.ObjectAllocationSample");
        if (event.getStackTrace() == null || !isTime && !isAllocation) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        if (isTime) {
            time.merge(nearest(frames), 1L, Long::sum);
        } else {
            long weight = event.getLong("weight");
            bytes.merge(nearest(frames), weight, Long::sum);
            bytesByType.merge(
                    nearest(frames) + ": " + event.getClass("objectClass").getName(), weight, Long::sum);
            frames.stream()
                    .map(PushProfile::name)
                    .filter(name -> name.startsWith(OURS) && !name.startsWith(HARNESS))
                    .distinct()
                    .forEach(name -> bytesBelow.merge(name, weight, Long::sum));
        }
    }

    private static String nearest(List<RecordedFrame> frames) {
        Optional<String> ours = frames.stream()
                .map(PushProfile::name)
                .filter(name -> name.startsWith(OURS) && !name.startsWith(HARNESS))
                .findFirst();
        return ours.orElseGet(
                () -> frames.stream().anyMatch(frame -> name(frame).startsWith(HARNESS))
                        ? "the benchmark itself"
                        : "others: " + name(frames.get(frames.size() - 1)));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static double total(Map<String, Long> shares) {
        return shares.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void print(String what, Map<String, Long> shares, double all) {
        System.out.println("\n" + what + ":");
        Stream<Map.Entry<String, Long>> largest = shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN);
        largest.forEach(
                share -> System.out.printf(Locale.ROOT, "%5.1f %% %s%n", 100 * share.getValue() / all, share.getKey()));
    }
}
