package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.DuplicateRule;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Garbage;
import com.spara.sf.testkit.Spoiled;
import com.spara.sf.testkit.Trouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A person's address, name, phone and words are planted, and found in no exception or cause, reason, {@code toString} or address
 * of a request, whatever goes wrong. Logs are watched by {@link LeakWatch}.
 */
class PeoplesDataTest extends OnFakeOrg {

    private static final String MARK = "canary";
    private final Lead person = Lead.of("canary@example.com")
            .with("last_name", "Canary-Name")
            .with("company", "Canary Inc")
            .with("phone", "+1 canary");
    private final List<String> shown = new ArrayList<>();

    private final SalesforceSync sync = Salesforce.over((request, deadline) -> {
                shown.add(request.uri() + " " + request);
                return org.transport().send(request, deadline);
            })
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .withListener(new SalesforceListener() {
                @Override
                public void called(String connection, CallReport report) {
                    shown.add(connection + report);
                }

                @Override
                public void pushed(String connection, PushResult result) {
                    show(result);
                }
            })
            .connect(org.url(), AccessToken.of(org.token()))
            .sync(both);

    private void show(PushResult result) {
        shown.add(result + " " + result.lead() + result.contact());
        Stream.of(result.lead(), result.contact()).forEach(one -> {
            shown.add(
                    one.reason() + one.reason().text() + one.plan() + one.plan().reason());
            one.plan().fields().forEach(field -> shown.add(field + " " + field.reason()));
            shown.add(one.warnings().toString());
        });
    }

    private void show(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        shown.add(text.toString());
    }

    private void pushed() {
        try {
            PushPlan plan = sync.plan(person);
            shown.add(plan + " " + plan.lead() + plan.contact());
            show(sync.push(person));
            PushBatch batch = sync.pushAll(List.of(person, ada));
            shown.add(batch + " " + batch.stoppedBy());
            batch.stoppedBy().ifPresent(this::show);
        } catch (RuntimeException thrown) {
            show(thrown);
        }
    }

    private void assertNothingShown() {
        assertTrue(!shown.isEmpty());
        assertEquals(
                List.of(),
                shown.stream()
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains(MARK))
                        .toList());
    }

    static Stream<Consumer<FakeOrg>> faults() {
        String quoting = "canary@example.com is not welcome";
        Stream<Consumer<Trouble>> anywhere = Stream.of(
                trouble -> trouble.answers(200, "text/html", quoting),
                trouble ->
                        trouble.answers(200, "application/json", "{\"canary@example.com\":1,\"canary@example.com\":2}"),
                trouble -> trouble.answers(200, "application/json", "{\"canary@example.com\" canary"),
                trouble -> trouble.answersError(400, "MALFORMED_QUERY", quoting),
                trouble -> trouble.answersError(403, "REQUEST_LIMIT_EXCEEDED", quoting),
                trouble -> trouble.answersError(500, "UNKNOWN_EXCEPTION", quoting),
                trouble -> trouble.answersError(429, "X", quoting).withHeader("Retry-After", "canary"),
                trouble -> trouble.answers(200, Garbage.halfJson()),
                Trouble::losesTheRequest,
                Trouble::losesItsAnswerAfterCommit,
                Trouble::isNeverSent,
                Trouble::truncatesItsAnswer,
                Trouble::truncatesItsAnswerUnframed,
                Trouble::expiresTheToken,
                Trouble::usesUpTheCalls);
        Stream<Consumer<FakeOrg>> ofCalls = anywhere.flatMap(trouble ->
                Stream.of(org -> trouble.accept(org.next(Call.read())), org -> trouble.accept(org.next(Call.write()))));
        Stream<Consumer<FakeOrg>> spoilt = Stream.of(Spoiled.values())
                .flatMap(how -> Stream.of(
                        org -> org.next(Call.read()).spoilsItsAnswer(how),
                        org -> org.next(Call.write()).spoilsItsAnswer(how)));
        Stream<Consumer<FakeOrg>> ofRecords = Stream.of(
                org -> org.next(Call.create("Lead")).refuses("FIELD_CUSTOM_VALIDATION_EXCEPTION", quoting, "Phone"),
                org -> org.next(Call.create("Lead")).refuses("STRING_TOO_LONG", quoting, "Company"),
                org -> org.next(Call.create("Contact")).refuses("INVALID_EMAIL_ADDRESS", quoting, "Email"),
                org -> org.next(Call.create("Lead")).refuses("A_NEW_CODE", quoting),
                org -> org.rules("Lead").validation(lead -> true, quoting),
                org -> {
                    org.add("Lead", "LastName", "Canary-Name", "Company", "Canary Inc");
                    org.rules("Lead")
                            .duplicates(DuplicateRule.block("Same name")
                                    .matching((a, b) -> a.text("LastName").equals(b.text("LastName"))));
                });
        return Stream.of(ofCalls, spoilt, ofRecords).flatMap(each -> each);
    }

    @Test
    void isShownWhereItIsMeantToBeSeen() {
        assertTrue(sync.push(person).explain().contains("canary@example.com"));
    }

    @Test
    void isShownNowhereWhenAllIsWell() {
        pushed();
        pushed();
        assertNothingShown();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isShownNowhereWhenSomethingGoesWrong(Consumer<FakeOrg> fault) {
        sync.plan(Lead.of("first@example.com"));
        fault.accept(org);
        pushed();
        assertNothingShown();
    }

    @Test
    void theAddressOfANextPageShowsNoneEither() {
        org.pageSize(1);
        addLead("canary@example.com");
        later();
        addLead("canary@example.com");
        pushed();
        assertNothingShown();
        assertTrue(shown.stream().anyMatch(text -> text.contains("/query/")), "no page was asked for");
    }
}
