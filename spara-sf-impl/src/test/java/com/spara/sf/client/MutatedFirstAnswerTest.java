package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.RecordPlan.Action;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link MutatedAnswerTest} does to every push, done to the answers that a client reads once: the first read with its
 * describes, the answer that brings a token, and the one that says who is connected. Nothing but the client's own exceptions
 * comes out, what is said of a record is so, and a host that starts anew leaves the person once in the org.
 */
@Timeout(240)
class MutatedFirstAnswerTest {

    private static final int MOST_PLACES = Integer.getInteger("mutation.places", 6);
    private static final long SEED = Long.getLong("mutation.seed", 20261125);
    private static final Lead ADA =
            Lead.of("ada@example.com").with("last_name", "Lovelace").with("company", "Acme");

    private static final SyncSettings BOTH = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company"))
            .contacts(PushRule.updateExisting().createWhenNoMatch().map("last_name", "LastName"));

    /** What a client that knows nothing does first. */
    enum First {
        PUSH(false, connection -> results(connection, ADA)),
        TOKEN_AND_PUSH(true, connection -> results(connection, ADA)),
        WHO_AM_I(false, connection -> asked(connection)),
        TOKEN_AND_WHO_AM_I(true, connection -> asked(connection));

        private final boolean asksForAToken;
        private final Function<Connection, List<RecordResult>> work;

        First(boolean asksForAToken, Function<Connection, List<RecordResult>> work) {
            this.asksForAToken = asksForAToken;
            this.work = work;
        }

        private static List<RecordResult> results(Connection connection, Lead lead) {
            var result = connection.sync(BOTH).push(lead);
            return List.of(result.lead(), result.contact());
        }

        private static List<RecordResult> asked(Connection connection) {
            connection.whoAmI(BOTH);
            return List.of();
        }
    }

    @ParameterizedTest
    @EnumSource(First.class)
    void neitherLosesNorDoublesNorThrowsAnythingElse(First first) {
        Stage whole = new Stage(first, -1, body -> body);
        List<String> answers = whole.play();
        assertTrue(answers.size() >= 2 && whole.wrong.isEmpty(), "answers " + answers.size() + whole.wrong);
        TreeSet<String> wrong = new TreeSet<>();
        for (int answer = 0; answer < answers.size(); answer++) {
            for (int place : JsonMutation.places(answers.get(answer), MOST_PLACES, SEED)) {
                for (JsonMutation how : JsonMutation.values()) {
                    Stage stage = new Stage(first, answer, body -> how.of(body, place));
                    stage.play();
                    String name = first + ", answer " + answer + ", place " + place + ", " + how;
                    stage.wrong.forEach(what -> wrong.add(what + ": " + name));
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(20).toList(), () -> wrong.size() + " in all, seed " + SEED);
    }

    /** A fresh org and a client that knows nothing; one of the answers it reads is mutated. */
    private static final class Stage {

        private final FakeOrg org = FakeOrg.create("acme");
        private final MutatingWire wire = new MutatingWire(org.transport());
        private final List<String> wrong = new ArrayList<>();
        private final First first;

        Stage(First first, int which, UnaryOperator<String> mutator) {
            this.first = first;
            wire.mutate(which, mutator);
            org.app("key").secret("secret").allowsClientCredentials().runsAs(org.user());
        }

        /** Returns the answers as Salesforce gave them. */
        List<String> play() {
            Salesforce salesforce = Salesforce.over(wire)
                    .withClock(org.clock())
                    .withSleeper(time -> org.clock().advance(time));
            worked(
                            first.asksForAToken
                                    ? salesforce.connect(org.url(), ClientCredentials.of("key", "secret"))
                                    : salesforce.connect(org.url(), AccessToken.of(org.token())))
                    .forEach(this::check);
            org.clock().advance(Duration.ofMinutes(11));
            Salesforce.over(org.transport())
                    .withClock(org.clock())
                    .connect(org.url(), AccessToken.of(org.token()))
                    .sync(BOTH)
                    .push(ADA);
            if (there("Lead") != 1 || there("Contact") != 1) {
                wrong.add("in the end there are " + there("Lead") + " leads and " + there("Contact") + " contacts");
            }
            return wire.answers();
        }

        /** None where it threw what it may. */
        private List<RecordResult> worked(Connection connection) {
            try {
                return first.work.apply(connection);
            } catch (SalesforceException asPromised) {
                return List.of();
            } catch (RuntimeException | Error other) {
                wrong.add(MutatingWire.threw(other));
                return List.of();
            }
        }

        private void check(RecordResult result) {
            long there = there(result.plan().object());
            boolean missing = result.outcome() == Outcome.CREATED && there == 0;
            boolean hidden = result.outcome() == Outcome.FAILED && result.plan().action() == Action.CREATE && there > 0;
            if (missing || hidden || result.reason().is(ReasonCode.UNEXPECTED)) {
                wrong.add(result.outcome() + " " + result.reason() + ", and there are " + there);
            }
        }

        private long there(String object) {
            return org.records(object).size();
        }
    }
}
