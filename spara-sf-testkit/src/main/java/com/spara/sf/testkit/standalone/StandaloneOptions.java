package com.spara.sf.testkit.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the stand-alone org is started. */
record StandaloneOptions(int port, Optional<Path> data, Duration latency) {
    static final String USAGE =
            "usage: java -jar spara-sf-testkit-standalone.jar [--port N] [--data FILE.json] [--latency MS]";

    private static final String PORT = "--port";
    private static final String DATA = "--data";
    private static final String LATENCY = "--latency";
    private static final List<String> KNOWN = List.of(PORT, DATA, LATENCY);
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_LATENCY = 600_000;

    static boolean askForHelp(String[] arguments) {
        return Arrays.asList(arguments).contains("--help");
    }

    /** Takes {@code --name value} and {@code --name=value}. */
    static StandaloneOptions parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            String name = equals < 0 ? arguments[i] : arguments[i].substring(0, equals);
            requireKnown(name, values);
            values.put(name, equals < 0 ? next(arguments, ++i) : arguments[i].substring(equals + 1));
        }
        return new StandaloneOptions(
                number(values, PORT, HIGHEST_PORT),
                Optional.ofNullable(values.get(DATA)).map(Path::of),
                Duration.ofMillis(number(values, LATENCY, LONGEST_LATENCY)));
    }

    private static void requireKnown(String name, Map<String, String> values) {
        if (!KNOWN.contains(name)) {
            throw new UsageException(name + " is not known here");
        }
        if (values.containsKey(name)) {
            throw new UsageException(name + " is there twice");
        }
    }

    private static String next(String[] arguments, int index) {
        if (index == arguments.length) {
            throw new UsageException(arguments[index - 1] + " needs a value after it");
        }
        return arguments[index];
    }

    private static int number(Map<String, String> values, String name, int most) {
        String text = values.getOrDefault(name, "0");
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > most) {
            throw new UsageException(name + " takes a whole number from 0 to " + most + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** The arguments make no sense. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UsageException(String message) {
            super(message);
        }
    }
}
