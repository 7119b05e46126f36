package com.spara.sf.client.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A request for a token outlasts the deadline of who wanted it, and its thread ends with its answer. */
@Timeout(60)
@Isolated("counts threads")
class TokenThreadTest {

    private static final Duration SLACK = Duration.ofMillis(1_500);

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final FakeOrg org = FakeOrg.create("acme");
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Salesforce salesforce = Salesforce.over(this::send).withDeadline(Duration.ofMillis(300));

    @Test
    void theThreadOfATokenEndsWithItsAnswerThoughNobodyWaits() throws InterruptedException {
        org.app("key").secret("secret").allowsClientCredentials().runsAs(org.user());
        var sync = salesforce
                .connect(org.url(), ClientCredentials.of("key", "secret"))
                .sync(Host.PLAIN);
        assertThrows(OrgUnreachableException.class, () -> sync.push(Operation.ada()));
        assertEquals(List.of("spara-sf-token"), Threads.atWork(before));
        answered.countDown();
        long end = System.nanoTime();
        List<String> left = Threads.atWork(before);
        while (!left.isEmpty() && System.nanoTime() - end < SLACK.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(5);
            left = Threads.atWork(before);
        }
        assertEquals(List.of(), left);
    }

    private WireResponse send(WireRequest request, Duration deadline) throws IOException {
        try {
            answered.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return org.transport().send(request, deadline);
    }
}
