package com.spara.sf.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hosts in JVMs of their own that share a database. */
final class ManyHosts implements AutoCloseable {

    private final List<Host> hosts = new ArrayList<>();
    private int started;

    /** A process and what it says. */
    private record Host(Process process, BufferedReader said) {

        void order(String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        String answer() {
            try {
                return String.valueOf(said.readLine());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    ManyHosts(int number) {
        for (int i = 0; i < number; i++) {
            hosts.add(started());
        }
    }

    private Host started() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HostProcess.class.getName(),
                            "host" + started++)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Host(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tells all the same, then waits for all answers. */
    List<String> all(String order) {
        hosts.forEach(host -> host.order(order));
        return hosts.stream().map(Host::answer).toList();
    }

    /** Ends one at once, as a power cut does; returns when it is gone. */
    void kill(int index) {
        hosts.get(index).process().destroyForcibly().onExit().join();
    }

    /** Starts another one in place of one that was killed. */
    void replace(int index) {
        hosts.set(index, started());
    }

    /** Tells one something that has no answer, or whose answer is not waited for. */
    void begin(int index, String order) {
        hosts.get(index).order(order);
    }

    /** Tells all something that has no answer. */
    void beginAll(String order) {
        hosts.forEach(host -> host.order(order));
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.process().destroyForcibly());
    }
}
