package com.spara.sf.benchmarks.compare;

import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets contenders do a job, each in a process of its own against a fresh org in a third one, and holds what they left there
 * and handed over against what the job asks for.
 */
final class Race implements AutoCloseable {

    private static final List<String> ORG_OPTIONS =
            List.of("-Xmx" + System.getProperty("benchmarks.orgHeap", "2g"), "-Dsun.net.httpserver.nodelay=true");

    /** The same for all, with a small young generation, so that the peak is what is held and not what waits. */
    private static final List<String> CONTENDER_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms" + System.getProperty("benchmarks.heap", "512m"),
            "-Xmx" + System.getProperty("benchmarks.heap", "512m"),
            "-Xmn32m");

    private final Child org;
    private final String newOwner;
    private final List<String> contenderOptions;

    Race() throws IOException {
        this(List.of());
    }

    /** A race whose contenders are Java processes with further options. */
    Race(List<String> furtherOptions) throws IOException {
        contenderOptions = Stream.concat(CONTENDER_OPTIONS.stream(), furtherOptions.stream())
                .toList();
        org = Child.start(ORG_OPTIONS, OrgProgram.class);
        FakeOrg any = FakeOrg.create();
        newOwner = String.valueOf(any.record(any.user()).text("Email"));
    }

    /** The rounds of a contender, after some to warm up that are not measured, without latency. */
    List<Measured> run(Entry entry, List<Round> rounds) throws IOException {
        try (Child contender = Child.start(contenderOptions, ContenderProgram.class, entry.type())) {
            for (Round warm : entry.warming(rounds.get(0).job())) {
                measure(entry, contender, warm);
            }
            List<Measured> measured = new ArrayList<>();
            for (Round round : rounds) {
                measured.add(measure(entry, contender, round));
            }
            return measured;
        }
    }

    private Measured measure(Entry entry, Child contender, Round round) throws IOException {
        String place = org.ask(round.job() + " " + round.people() + " " + round.latencyMillis());
        contender.ask("open " + place);
        int callsBefore = Integer.parseInt(org.ask("look").split(" ", -1)[0]);
        String[] answer = contender.ask("run " + round.people()).split(" ", -1);
        String[] look = org.ask("look").split(" ", -1);
        boolean isPush = round.job().equals("push");
        require(entry, "left in the org", isPush ? JobOrg.stateAfterPush(round.people()) : look[1], look[1]);
        require(
                entry,
                "handed over",
                isPush ? JobOrg.readBack(round.people(), newOwner) : JobOrg.pulled(round.people()),
                answer[4]);
        return new Measured(entry.name(), round, Integer.parseInt(look[0]) - callsBefore, Cost.parse(answer));
    }

    private static void require(Entry entry, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(
                    entry.name() + " " + what + " " + actual + ", but the job asks for " + expected);
        }
    }

    @Override
    public void close() throws IOException {
        org.close();
    }

    /** A contender by its class, and for how many people it does the job, twice, to warm up. */
    record Entry(String name, String type, int warmPeople) {

        List<Round> warming(String job) {
            Round warm = new Round(job, warmPeople, 0);
            return List.of(warm, warm);
        }
    }
}
