package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan.Action;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.DuplicateRule;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every value of every answer that a push reads is replaced by one of another type, left out, and sent twice, one at a time:
 * the client throws nothing but its own exceptions, says of no record that it was refused that was made, and a push
 * afterwards leaves each person once in the org.
 */
@Timeout(240)
class MutatedAnswerTest {

    private static final int MOST_PLACES = Integer.getInteger("mutation.places", 6);
    private static final long SEED = Long.getLong("mutation.seed", 20261125);

    private static final SyncSettings BOTH = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company"))
            .contacts(PushRule.updateExisting().createWhenNoMatch().map("last_name", "LastName"));

    /** What is in the org of the people who are pushed, and how many they are. */
    enum Scene {
        NOBODY_KNOWN(1, 0, org -> {}),
        EVERYBODY_KNOWN(1, 1, org -> {}),
        COLLECTIONS(22, 11, org -> {}),
        PAGES(3, 3, org -> org.pageSize(1)),
        DUPLICATE_RULE(
                1,
                0,
                org -> org.rules("Lead")
                        .duplicates(DuplicateRule.block("Same name")
                                .matching((one, other) -> one.text("LastName").equals(other.text("LastName")))));

        private final int people;
        private final int known;
        private final Consumer<FakeOrg> setting;

        Scene(int people, int known, Consumer<FakeOrg> setting) {
            this.people = people;
            this.known = known;
            this.setting = setting;
        }
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void neitherLosesNorDoublesNorThrowsAnythingElse(Scene scene) {
        Stage stage = new Stage(scene);
        List<String> answers = stage.run(-1, body -> body);
        assertTrue(answers.size() >= 2 && stage.wrong.isEmpty(), "answers " + answers.size() + stage.wrong);
        TreeSet<String> wrong = new TreeSet<>();
        for (int answer = 0; answer < answers.size(); answer++) {
            for (int place : JsonMutation.places(answers.get(answer), MOST_PLACES, SEED)) {
                stage = new Stage(scene);
                for (JsonMutation how : JsonMutation.values()) {
                    stage.run(answer, body -> how.of(body, place));
                    String name = scene + ", answer " + answer + ", place " + place + ", " + how;
                    stage.wrong.forEach(what -> wrong.add(what + ": " + name));
                    stage.wrong.clear();
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(20).toList(), () -> wrong.size() + " in all, seed " + SEED);
    }

    /** A client that knows its org; each run pushes people of its own, mutates one answer, and pushes them again. */
    private static final class Stage {

        private final FakeOrg org = FakeOrg.create();
        private final MutatingWire wire = new MutatingWire(org.transport());
        private final List<String> wrong = new ArrayList<>();
        private final Scene scene;
        private final SalesforceSync sync = Salesforce.over(wire)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(BOTH);
        private int runs;

        Stage(Scene scene) {
            this.scene = scene;
            scene.setting.accept(org);
            sync.plan(Lead.of("warm@example.com"));
        }

        /** Returns the answers as Salesforce gave them. */
        List<String> run(int mutated, UnaryOperator<String> how) {
            runs++;
            List<Lead> people =
                    IntStream.range(0, scene.people).mapToObj(this::person).toList();
            people.subList(0, scene.known).forEach(this::add);
            if (scene == Scene.DUPLICATE_RULE) {
                org.add("Lead", "LastName", "L0." + runs, "Company", "Acme", "Email", "other@example.com");
            }
            wire.mutate(mutated, how);
            List<PushResult> results = pushed(people);
            wire.stop();
            List<String> seen = wire.answers();
            check(people, results);
            org.clock().advance(Duration.ofMinutes(11));
            sync.pushAll(people);
            people.forEach(this::checkIsThereOnce);
            return seen;
        }

        private Lead person(int i) {
            return Lead.of("p" + i + "." + runs + "@example.com")
                    .with("last_name", "L" + i + "." + runs)
                    .with("company", "Acme");
        }

        private void add(Lead person) {
            String email = person.email().orElseThrow();
            org.add("Lead", "LastName", "Old", "Company", "Old", "Email", email);
            org.add("Contact", "LastName", "Old", "Email", email);
        }

        /** None where the push threw what it may. */
        private List<PushResult> pushed(List<Lead> people) {
            try {
                return people.size() == 1
                        ? List.of(sync.push(people.get(0)))
                        : sync.pushAll(people).results();
            } catch (SalesforceException asPromised) {
                return List.of();
            } catch (RuntimeException | Error other) {
                wrong.add(MutatingWire.threw(other));
                return List.of();
            }
        }

        private void check(List<Lead> people, List<PushResult> results) {
            if (!results.isEmpty() && results.size() != people.size()) {
                wrong.add("only " + results.size() + " results");
            }
            for (int i = 0; i < results.size(); i++) {
                check(results.get(i).lead(), having("Lead", people.get(i)));
                check(results.get(i).contact(), having("Contact", people.get(i)));
            }
        }

        private void check(RecordResult result, long there) {
            boolean missing = result.outcome() == Outcome.CREATED && there == 0;
            boolean hidden = result.outcome() == Outcome.FAILED && result.plan().action() == Action.CREATE && there > 0;
            if (missing || hidden || result.reason().is(ReasonCode.UNEXPECTED)) {
                wrong.add(result.outcome() + " " + result.reason() + ", and there are " + there);
            }
        }

        private void checkIsThereOnce(Lead person) {
            long leads = having("Lead", person);
            long contacts = having("Contact", person);
            if (leads != (scene == Scene.DUPLICATE_RULE ? 0 : 1) || contacts != 1) {
                wrong.add("in the end there are " + leads + " leads and " + contacts + " contacts");
            }
        }

        private long having(String object, Lead person) {
            String email = person.email().orElseThrow();
            return org.records(object).stream()
                    .filter(record -> email.equals(record.text("Email")))
                    .count();
        }
    }
}
