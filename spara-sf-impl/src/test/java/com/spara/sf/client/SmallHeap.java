package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Garbage;
import com.spara.sf.testkit.Trouble;
import java.util.List;

/** A host with little memory, started by {@link HugeAnswerTest} in a JVM of its own; prints how each push ended. */
final class SmallHeap {

    private static final long HUNDRED_MEBIBYTES = 100L * 1024 * 1024;

    private SmallHeap() {}

    public static void main(String[] args) {
        for (Garbage body : List.of(
                Garbage.whiteSpace(HUNDRED_MEBIBYTES),
                Garbage.hugeText(HUNDRED_MEBIBYTES),
                Garbage.hugeNumber(HUNDRED_MEBIBYTES),
                Garbage.deepJson(HUNDRED_MEBIBYTES / 2),
                Garbage.gzipBomb(HUNDRED_MEBIBYTES),
                Garbage.gzipBomb(10_000_000_000L),
                Garbage.endless())) {
            System.out.println(body + ": " + ending(body));
        }
    }

    private static String ending(Garbage body) {
        FakeOrg org = FakeOrg.create();
        SalesforceSync sync = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(SyncSettings.standard());
        Trouble trouble = org.next(Call.any()).answers(200, body).always();
        try {
            return sync.push(Lead.of("ada@example.com")).toString();
        } catch (SalesforceException refused) {
            trouble.stops();
            return refused.getMessage() + " | then "
                    + sync.push(Lead.of("ada@example.com")).lead().outcome();
        }
    }
}
