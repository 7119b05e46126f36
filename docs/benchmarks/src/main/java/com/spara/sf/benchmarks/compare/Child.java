package com.spara.sf.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process with the same class path, which answers each line with a line. Used by one thread. */
final class Child implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private Child(Process process) {
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(List<String> options, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String ask(String question) throws IOException {
        questions.println(question);
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith(Answering.MARK)) {
            answer = answers.readLine(); // what the JVM itself prints
        }
        if (answer == null || answer.startsWith("failed", Answering.MARK.length())) {
            throw new IOException("'" + question.split(" ", 2)[0] + "' was answered by " + answer);
        }
        return answer.substring(Answering.MARK.length());
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
