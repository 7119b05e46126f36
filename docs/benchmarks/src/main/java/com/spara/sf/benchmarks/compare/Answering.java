package com.spara.sf.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The other side of a {@link Child}: answers each line until there is no more. */
interface Answering {

    /** What every answer begins with. */
    String MARK = "= ";

    /** Answers the words of a line. */
    String answer(String[] words) throws Exception;

    /** Whatever else is printed goes to standard error. */
    static void forEver(Answering answering) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(MARK + answered(answering, line));
            answers.flush();
        }
        System.exit(0);
    }

    private static String answered(Answering answering, String line) {
        try {
            return answering.answer(line.split(" ", -1));
        } catch (Exception failed) {
            failed.printStackTrace();
            return "failed " + failed;
        }
    }
}
