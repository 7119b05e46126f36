package com.spara.sf.benchmarks.compare;

import com.spara.sf.testkit.FakeServer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The process that holds the fake org, served on a loopback port. A new one takes the place of the one before. */
final class OrgProgram implements Answering {

    private @Nullable JobOrg org;
    private @Nullable FakeServer server;

    private OrgProgram() {}

    /**
     * Answers {@code push people latency} and {@code pull people latency} with where the org is, and {@code look} with
     * the calls it had and what is in it.
     */
    public static void main(String[] arguments) throws IOException {
        Answering.forEver(new OrgProgram());
    }

    @Override
    public String answer(String[] words) {
        return switch (words[0]) {
            case "look" -> look();
            case "push" -> open(JobOrg.toPushInto(Integer.parseInt(words[1])), words[2]);
            case "pull" -> open(JobOrg.toPullFrom(Integer.parseInt(words[1])), words[2]);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String open(JobOrg newOrg, String latency) {
        if (server != null) {
            server.close();
        }
        org = newOrg;
        server = newOrg.org().serve(0, Duration.ofMillis(Long.parseLong(latency)));
        return newOrg.place(server.url()).toLine();
    }

    private String look() {
        if (org == null) {
            throw new IllegalStateException("no org");
        }
        return org.org().calls().count() + " " + org.state();
    }
}
