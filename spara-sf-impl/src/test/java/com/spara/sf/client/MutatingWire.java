package com.spara.sf.client;

import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A wire that keeps the answers as Salesforce gave them, and makes one of them wrong on its way. */
final class MutatingWire implements Transport {

    private final Transport org;
    private final List<String> answers = new ArrayList<>();
    private UnaryOperator<String> mutator = body -> body;
    private int which = -1;

    MutatingWire(Transport org) {
        this.org = org;
    }

    /** Counts from here on, and makes the answer of that number wrong. */
    void mutate(int answer, UnaryOperator<String> how) {
        answers.clear();
        which = answer;
        mutator = how;
    }

    /** Makes no answer wrong any more. */
    void stop() {
        which = -1;
    }

    List<String> answers() {
        return List.copyOf(answers);
    }

    @Override
    public WireResponse send(WireRequest request, Duration deadline) throws IOException {
        WireResponse response = org.send(request, deadline);
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        String sent = answers.size() == which ? mutator.apply(body) : body;
        answers.add(body);
        return WireResponse.of(response.status(), response.headers(), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** What came out of the client that must not, and where. */
    static String threw(Throwable other) {
        return "threw " + other + " at "
                + Stream.of(other.getStackTrace())
                        .filter(frame -> frame.getClassName().contains(".client."))
                        .limit(3)
                        .toList();
    }
}
