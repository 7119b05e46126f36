package com.spara.sf.client;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches each test of this module, whatever it is about: what is logged at any level and what is printed shows no token, no
 * secret and nobody's address. Registers itself by {@code META-INF/services}; a test with the tag {@code shows-data} is not watched,
 * since it shows what is meant to be seen.
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
            context.getStore(HERE).put("watch", new Watch());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Watch watch = context.getStore(HERE).remove("watch", Watch.class);
        String seen = watch == null ? "" : watch.end();
        if (LEAK.matcher(seen).find()) {
            throw new AssertionError("Logged or printed: "
                    + LEAK.matcher(seen)
                            .results()
                            .map(found -> found.group())
                            .distinct()
                            .toList());
        }
    }

    /** Both streams and the loggers, from the beginning of a test to its end. */
    private static final class Watch extends Handler {

        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
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

        String end() {
            System.setOut(out);
            System.setErr(err);
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).removeHandler(this);
                loggers.get(i).setLevel(levels.get(i));
            }
            return seen.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void publish(LogRecord line) {
            note(new SimpleFormatter().format(line).getBytes(StandardCharsets.UTF_8));
        }

        private void note(byte[] bytes) {
            seen.writeBytes(bytes);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        private final class Copy extends OutputStream {

            private final PrintStream stream;

            Copy(PrintStream stream) {
                this.stream = stream;
            }

            @Override
            public void write(int b) {
                note(new byte[] {(byte) b});
                stream.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                seen.write(bytes, offset, length);
                stream.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                stream.flush();
            }
        }
    }
}
