package com.spara.sf.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.testkit.FakeServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContenderTest {

    private static final int PEOPLE = 25;

    @ParameterizedTest
    @ValueSource(classes = {OursPush.class, FloorPush.class, LoopPush.class})
    void leavesInTheOrgWhatTheJobAsksFor(Class<? extends Contender> type) throws Exception {
        JobOrg job = JobOrg.toPushInto(PEOPLE);
        Tally cameBack = run(type, job);
        String newOwner = String.valueOf(job.org().record(job.org().user()).text("Email"));
        assertEquals(JobOrg.stateAfterPush(PEOPLE), job.state());
        assertEquals(JobOrg.readBack(PEOPLE, newOwner), cameBack.toString());
    }

    @Test
    void pullsWhatTheJobAsksFor() throws Exception {
        assertEquals(
                JobOrg.pulled(PEOPLE),
                run(OursPull.class, JobOrg.toPullFrom(PEOPLE)).toString());
    }

    @Test
    void aTallyTellsRowsApartAndNotTheirOrder() {
        Tally some = new Tally();
        some.row(List.of("a", "b"));
        some.row(List.of("c", "d"));
        Tally others = new Tally();
        others.row(List.of("c", "d"));
        others.row(List.of("b", "a"));
        assertEquals(false, some.toString().equals(others.toString()));
        Tally same = new Tally();
        same.row(List.of("c", "d"));
        same.row(List.of("a", "b"));
        assertEquals(some.toString(), same.toString());
    }

    private static Tally run(Class<? extends Contender> type, JobOrg job) throws Exception {
        Tally cameBack = new Tally();
        try (FakeServer server = job.org().serve();
                Contender contender = type.getDeclaredConstructor().newInstance()) {
            contender.open(job.place(server.url()));
            contender.run(PEOPLE, cameBack);
        }
        return cameBack;
    }
}
