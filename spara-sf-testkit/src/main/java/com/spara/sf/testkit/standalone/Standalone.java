package com.spara.sf.testkit.standalone;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeClock;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import com.spara.sf.testkit.contents.OrgData;
import com.spara.sf.testkit.data.JsonText;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * The fake org as a program of its own, for tests in any language. Says on one line of standard output where it is, and
 * runs until it is stopped.
 */
final class Standalone {
    private static final int SECOND = 1_000;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int PORT_TAKEN = 1;

    private final PrintStream out;
    private final PrintStream errors;

    Standalone(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Runs the org until the process ends; ends it with status 2 on arguments that make no sense. */
    public static void main(String[] arguments) {
        PrintStream utf8 = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // nothing but the one line goes to standard output
        int status = new Standalone(utf8, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private int run(String[] arguments) {
        try {
            if (StandaloneOptions.askForHelp(arguments)) {
                errors.println(StandaloneOptions.USAGE);
                return 0;
            }
            Runtime.getRuntime().addShutdownHook(new Thread(start(StandaloneOptions.parse(arguments))::close));
            return 0;
        } catch (StandaloneOptions.UsageException e) {
            errors.println(e.getMessage() + System.lineSeparator() + StandaloneOptions.USAGE);
            return WRONG_ARGUMENTS;
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            return WRONG_ARGUMENTS;
        } catch (UncheckedIOException e) {
            errors.println(e.getMessage());
            return PORT_TAKEN;
        }
    }

    /** Makes the org and serves it; the first line tells where. */
    FakeServer start(StandaloneOptions options) {
        FakeOrg org = FakeOrg.create();
        keepTime(org.clock());
        Optional<OrgData> data = options.data().map(OrgData::read);
        Map<String, RecordId> ids = data.map(read -> read.into(org)).orElse(Map.of());
        FakeServer server = org.serve(options.port(), options.latency());
        Map<String, Object> facts = facts(org, server, ids);
        data.map(OrgData::apps).ifPresent(apps -> facts.put("refreshTokens", refreshTokens(org, apps)));
        out.println(JsonText.line(facts));
        out.flush();
        errors.println("A fake Salesforce org is at " + server.url() + "/ (open it in a browser); Ctrl-C ends it.");
        return server;
    }

    /** Clients of other languages bring their own clocks, so here the org's goes with the machine's. */
    private static void keepTime(FakeClock clock) {
        Clock machine = Clock.systemUTC();
        clock.set(machine.instant());
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                clock.set(machine.instant());
            }
        };
        new Timer("clock", true).scheduleAtFixedRate(tick, SECOND, SECOND);
    }

    private static Map<String, String> refreshTokens(FakeOrg org, List<String> apps) {
        Map<String, String> tokens = new LinkedHashMap<>();
        apps.forEach(key -> tokens.put(key, org.app(key).refreshToken(org.user())));
        return tokens;
    }

    private static Map<String, Object> facts(FakeOrg org, FakeServer server, Map<String, RecordId> ids) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("instanceUrl", server.url());
        facts.put("accessToken", org.token());
        facts.put("apiVersion", "66.0");
        facts.put("userId", org.user().value());
        Map<String, Object> named = new LinkedHashMap<>();
        ids.forEach((name, id) -> named.put(name, id.value()));
        facts.put("ids", named);
        return facts;
    }
}
