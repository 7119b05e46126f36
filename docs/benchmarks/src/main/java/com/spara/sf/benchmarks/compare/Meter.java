package com.spara.sf.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures this process while it works: its processor time with that of the compiler and the collector, what all its
 * threads allocate (those that end are seen too, if they lived for some milliseconds), and the heap in use above what was in
 * use before, garbage included.
 */
final class Meter {

    private static final long LOOK_NANOS = 5_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Long> latest = new HashMap<>();
    private final Thread watcher = new Thread(this::watch, "meter");
    private volatile boolean running = true;
    private long heapBefore;
    private long heapPeak;
    private long cpuBefore;
    private long wallBefore;

    static Meter start() {
        Meter meter = new Meter();
        System.gc();
        look(meter.before);
        meter.heapBefore = heap();
        meter.cpuBefore = SYSTEM.getProcessCpuTime();
        meter.wallBefore = System.nanoTime();
        meter.watcher.setDaemon(true);
        meter.watcher.start();
        return meter;
    }

    Cost stop() throws InterruptedException {
        long wall = System.nanoTime() - wallBefore;
        long cpu = SYSTEM.getProcessCpuTime() - cpuBefore;
        running = false;
        watcher.join();
        look(latest);
        latest.remove(watcher.getId());
        long allocated = 0;
        for (Map.Entry<Long, Long> thread : latest.entrySet()) {
            allocated += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return new Cost(wall, cpu, allocated, Math.max(0, heapPeak - heapBefore));
    }

    private void watch() {
        while (running) {
            look(latest);
            heapPeak = Math.max(heapPeak, heap());
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void look(Map<Long, Long> seen) {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                seen.put(ids[i], bytes[i]);
            }
        }
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
