package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.SalesforceSync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One sync shared by many threads: pushes of one person take turns, others do not wait for each other. */
class SamePersonTest extends OnFakeOrg {

    @Test
    void manyThreadsPushingOneNewPersonMakeOneRecord() throws InterruptedException {
        SalesforceSync sync = sync(both);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<CompletableFuture<Void>> pushes = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.runAsync(() -> sync.push(ada.with("phone", "+" + i)), threads))
                .toList();
        CompletableFuture.allOf(pushes.toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        assertEquals(1, org.records("Lead").size());
        assertEquals(1, org.records("Contact").size());
    }

    @Test
    void batchesThatShareOnePersonInOppositeOrderDoNotBlockEachOther() {
        SalesforceSync sync = sync(both);
        List<Lead> forth = IntStream.range(0, 50)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        List<Lead> back = IntStream.range(0, 50)
                .mapToObj(i -> Lead.of("p" + (49 - i) + "@example.com"))
                .toList();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> sync.pushAll(forth)),
                        CompletableFuture.runAsync(() -> sync.pushAll(back)))
                .join();
        assertEquals(50, org.records("Lead").size());
    }

    @Test
    void whoWaitsTooLongForAnotherPushIsToldThatNothingWasSent() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Transport slow = (request, deadline) -> {
            inside.countDown();
            try {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return org.transport().send(request, deadline);
        };
        SalesforceSync sync = Salesforce.over(slow)
                .withDeadline(Duration.ofMillis(300))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> sync.push(ada));
        inside.await();
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        end.countDown();
        first.handle((done, thrown) -> thrown).join();
    }
}
