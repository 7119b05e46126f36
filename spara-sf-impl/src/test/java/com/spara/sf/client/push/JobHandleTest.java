package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host keeps of the jobs of a round. */
class JobHandleTest {

    private static final String ORG = "00DFk0000000001MAA";

    @Test
    void whatWasWrittenIsRead() {
        JobHandle handle = new JobHandle(
                ORG,
                List.of(
                        new JobHandle.Job("Lead", true, "750000000000001", 9_000),
                        new JobHandle.Job("Contact", false, "750000000000002", 300)));
        assertEquals(handle, JobHandle.parse(handle.text()));
    }

    @Test
    void aHandleThatDoesNotSayHowManyRowsThereWereIsReadToo() {
        JobHandle handle = JobHandle.parse("bulk1;" + ORG + ";Lead:insert:750000000000001;7c9c84ea");
        assertEquals(List.of(new JobHandle.Job("Lead", true, "750000000000001", JobHandle.Job.UNKNOWN)), handle.jobs());
    }

    @Test
    void aHandleThatWasChangedIsNone() {
        String text = new JobHandle(ORG, List.of(new JobHandle.Job("Lead", true, "750000000000001", 300))).text();
        assertThrows(IllegalArgumentException.class, () -> JobHandle.parse(text.replace("insert", "update")));
    }
}
