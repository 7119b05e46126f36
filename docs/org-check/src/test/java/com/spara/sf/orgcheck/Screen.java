package com.spara.sf.orgcheck;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs the program and keeps what it prints. */
final class Screen {
    private static final long SEED = 17;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... words) {
        return run(Map.of(), words);
    }

    int run(Map<String, String> environment, String... words) {
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Workbench.Seams seams = new Workbench.Seams(new Random(SEED), time -> {});
        return new OrgCheck(outStream, errStream, seams).run(List.of(words), environment);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> errLines() {
        return err().lines().toList();
    }

    /** The line of one question, without its number. */
    String answer(int number) {
        return out().lines()
                .filter(line -> line.startsWith(String.format("%2d  ", number)))
                .map(line -> line.substring(4))
                .findFirst()
                .orElseThrow();
    }
}
