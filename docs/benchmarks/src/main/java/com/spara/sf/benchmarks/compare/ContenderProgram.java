package com.spara.sf.benchmarks.compare;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The process of one contender, which its class names. */
final class ContenderProgram implements Answering {

    private final Class<? extends Contender> type;
    private @Nullable Contender contender;

    private ContenderProgram(Class<? extends Contender> type) {
        this.type = type;
    }

    /**
     * Answers {@code open place} with nothing, and {@code run people} with what it cost and what came back.
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Answering.forEver(new ContenderProgram(Class.forName(arguments[0]).asSubclass(Contender.class)));
    }

    @Override
    public String answer(String[] words) throws Exception {
        return words[0].equals("open") ? open(words) : run(Integer.parseInt(words[1]));
    }

    private String open(String[] words) throws Exception {
        if (contender != null) {
            contender.close();
        }
        contender = type.getDeclaredConstructor().newInstance();
        contender.open(new Place(words[1], words[2], words[3], words[4], words[5]));
        return "open";
    }

    private String run(int people) throws Exception {
        if (contender == null) {
            throw new IllegalStateException("nothing is open");
        }
        Tally cameBack = new Tally();
        Meter meter = Meter.start();
        contender.run(people, cameBack);
        return meter.stop().toLine() + " " + cameBack;
    }
}
