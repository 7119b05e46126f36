package com.spara.sf.client;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Watches each test of this module, whatever it is about: what is logged at any level and what is printed shows no token, no
 * secret and nobody's address. Registers itself by {@code META-INF/services}. There is one watch for the whole run, since tests
 * run side by side; each judges what came while it ran, so that a leak fails also the test beside it. A test with the tag
 * {@code shows-data} is not watched, since it shows what is meant to be seen; its class is {@link Isolated}.
 */
@SuppressWarnings("exports") // tests export nothing
public final class LeakWatch implements BeforeEachCallback, AfterEachCallback {

    /** The shapes of what the fake org gives out, what the tests' apps have, and the people of the tests. */
    static final Pattern LEAK =
            Pattern.compile("00D\\w{12,15}!\\S+|5Aep861\\.\\S+|aPrx\\.\\S+|consumer-secret|server-secret"
                    + "|client_secret=|code_verifier=|Bearer \\S+|(?:ada|grace|warm|canary)@example\\.com");

    private static final List<String> LOGGERS = List.of("com.spara.sf", "jdk.httpclient", "jdk.internal.httpclient");
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(LeakWatch.class);

    /** Makes one that watches nothing yet. */
    public LeakWatch() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!context.getTags().contains("shows-data")) {
            Watch watch = context.getRoot().getStore(HERE).computeIfAbsent("watch", key -> new Watch(), Watch.class);
            context.getStore(HERE).put("seen", watch.begin());
        } else if (!AnnotationSupport.isAnnotated(context.getRequiredTestClass(), Isolated.class)) {
            throw new AssertionError(
                    "What it shows is taken for a leak of the tests beside it: make the class @Isolated.");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Seen seen = context.getStore(HERE).remove("seen", Seen.class);
        List<String> leaks = seen == null ? List.of() : seen.end();
        if (!leaks.isEmpty()) {
            throw new AssertionError("Logged or printed, here or by a test beside this one: " + leaks);
        }
    }

    /** What came while a test ran. */
    private static final class Seen {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Watch watch;

        Seen(Watch watch) {
            this.watch = watch;
        }

        List<String> end() {
            watch.tests.remove(this);
            return LEAK.matcher(bytes.toString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .toList();
        }
    }

    /** Both streams and the loggers, from the first test to the end of the run. */
    private static final class Watch extends Handler implements AutoCloseable {

        private final Set<Seen> tests = new CopyOnWriteArraySet<>();
        private final PrintStream out = System.out;
        private final PrintStream err = System.err;
        private final List<Logger> loggers =
                LOGGERS.stream().map(Logger::getLogger).toList();
        private final List<Level> levels =
                loggers.stream().map(Logger::getLevel).toList();

        Watch() {
            System.setOut(copying(out));
            System.setErr(copying(err));
            setLevel(Level.ALL);
            loggers.forEach(logger -> {
                logger.addHandler(this);
                logger.setLevel(Level.ALL);
            });
        }

        private PrintStream copying(PrintStream stream) {
            return new PrintStream(new Copy(stream), true, StandardCharsets.UTF_8);
        }

        Seen begin() {
            Seen seen = new Seen(this);
            tests.add(seen);
            return seen;
        }

        @Override
        public void close() {
            System.setOut(out);
            System.setErr(err);
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).removeHandler(this);
                loggers.get(i).setLevel(levels.get(i));
            }
        }

        @Override
        public void publish(LogRecord line) {
            byte[] bytes = new SimpleFormatter().format(line).getBytes(StandardCharsets.UTF_8);
            note(bytes, 0, bytes.length);
        }

        private void note(byte[] bytes, int offset, int length) {
            tests.forEach(seen -> seen.bytes.write(bytes, offset, length));
        }

        @Override
        public void flush() {}

        private final class Copy extends OutputStream {

            private final PrintStream stream;

            Copy(PrintStream stream) {
                this.stream = stream;
            }

            @Override
            public void write(int b) {
                note(new byte[] {(byte) b}, 0, 1);
                stream.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                note(bytes, offset, length);
                stream.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                stream.flush();
            }
        }
    }
}
