package com.spara.sf.quickstart;

import com.spara.sf.SalesforceException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program: reads the command line, and says in one line what is wrong with it or with a file. */
public final class Quickstart {
    private static final int DONE = 0;
    private static final int ORG_UNUSABLE = 1;
    private static final int WRONG_INPUT = 2;

    private final PrintStream out;
    private final PrintStream err;

    Quickstart(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs and exits: 0 when every lead has a result, 1 when the org could not be used, 2 when the input is wrong. */
    public static void main(String[] words) {
        Path files = Path.of(System.getProperty("quickstart.files", ""));
        int exitCode = new Quickstart(System.out, System.err).run(List.of(words), System.getenv(), files);
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    int run(List<String> words, Map<String, String> environment, Path files) {
        try {
            return run(Arguments.of(words, environment, files));
        } catch (InputException e) {
            err.println(e.line());
            return WRONG_INPUT;
        } catch (SalesforceException e) {
            return unusable(e);
        }
    }

    private int run(Arguments arguments) {
        if (arguments.isHelp()) {
            out.print(Arguments.HELP);
            return DONE;
        }
        Report report = Run.of(arguments);
        if (arguments.isJson()) {
            out.writeBytes(ResultJson.of(report));
        } else {
            out.print(ResultTable.of(report));
        }
        out.flush();
        return report.stoppedBy().map(this::unusable).orElse(DONE);
    }

    private int unusable(SalesforceException e) {
        err.println(e.reason().text());
        return ORG_UNUSABLE;
    }
}
