package com.spara.sf.orgcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** The program: looks at every assumption in turn, prints a line for each, and takes its records away again. */
public final class OrgCheck {
    private static final int DONE = 0;
    private static final int NOT_ALL_ANSWERED = 1;
    private static final int WRONG_USE = 2;
    private static final int UNAUTHORIZED = 401;

    private final PrintStream out;
    private final PrintStream err;
    private final Workbench.Seams seams;

    OrgCheck(PrintStream out, PrintStream err, Workbench.Seams seams) {
        this.out = out;
        this.err = err;
        this.seams = seams;
    }

    /** Runs and exits: 0 when every question was answered, 1 when one was not or the org is unusable, 2 for wrong use. */
    public static void main(String[] words) {
        Workbench.Seams seams = new Workbench.Seams(new SecureRandom(), time -> Thread.sleep(time.toMillis()));
        int exitCode = new OrgCheck(System.out, System.err, seams).run(List.of(words), System.getenv());
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    int run(List<String> words, Map<String, String> environment) {
        try {
            Arguments arguments = Arguments.of(words, environment);
            if (arguments.isHelp()) {
                out.print(Arguments.HELP);
                return DONE;
            }
            OrgWire wire = new OrgWire(arguments.url(), arguments.token());
            requireOrg(wire);
            return ask(new Workbench(wire, seams, arguments.app()));
        } catch (UsageException e) {
            err.println(e.line());
            return WRONG_USE;
        } catch (UnusableOrgException e) {
            err.println(e.line());
            return NOT_ALL_ANSWERED;
        }
    }

    private static void requireOrg(OrgWire wire) {
        Reply describe = describe(wire);
        if (describe.status() == UNAUTHORIZED) {
            throw new UnusableOrgException("The org does not take the token (" + describe.facts()
                    + "). Tokens end after some hours; get a fresh one, for the org of this address.");
        }
        if (!describe.isSuccess()) {
            throw new UnusableOrgException("The org does not describe its Leads (" + describe.facts()
                    + "). Check the address, and that the user may use the API and Leads.");
        }
        if (Reply.items(describe.object(), "fields").isEmpty()) {
            throw new UnusableOrgException("What answers at this address (" + describe.facts()
                    + ") is no Salesforce org. Give the one that ends in .my.salesforce.com.");
        }
    }

    private static Reply describe(OrgWire wire) {
        try {
            return wire.send(Request.get("/sobjects/Lead/describe"));
        } catch (IOException e) {
            throw new UnusableOrgException("The org cannot be reached at this address ("
                    + e.getClass().getSimpleName() + "). Check the address, and the way to it.");
        }
    }

    private int ask(Workbench bench) {
        out.println("Spara-SF org-check. The records of this run are Leads with the last name " + bench.mark() + ".");
        Tally tally = new Tally();
        try {
            for (Assumption assumption : asked(bench)) {
                Finding finding = look(assumption, bench);
                out.println(tally.line(assumption, finding));
                out.flush();
            }
        } finally {
            tally.cleaned(cleanUp(bench));
        }
        out.println(tally.summary());
        return tally.isComplete() ? DONE : NOT_ALL_ANSWERED;
    }

    private static List<Assumption> asked(Workbench bench) {
        return Assumptions.all().stream()
                .filter(assumption -> !assumption.needsApp() || !bench.app().isEmpty())
                .toList();
    }

    private static Finding look(Assumption assumption, Workbench bench) {
        try {
            return assumption.look(bench);
        } catch (UnansweredException e) {
            return Finding.unanswered(e.facts());
        } catch (RuntimeException e) {
            return Finding.unanswered(
                    "the answer was not understood: " + e.getClass().getSimpleName());
        }
    }

    private boolean cleanUp(Workbench bench) {
        try {
            if (bench.cleanUp()) {
                return true;
            }
            err.println("Some records could not be deleted. Delete the Leads with the last name " + bench.mark() + ".");
        } catch (UnansweredException e) {
            err.println("It is not known whether all records are deleted (" + e.facts()
                    + "). Delete the Leads with the last name " + bench.mark() + ".");
        }
        return false;
    }
}
