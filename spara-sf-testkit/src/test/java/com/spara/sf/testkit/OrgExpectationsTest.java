package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrgExpectationsTest {
    private final FakeOrg org = FakeOrg.create();
    private final RecordId ada = org.lead("ada@acme.example", "AnnualRevenue", 1000, "Phone", "1");

    @Test
    void whatHoldsGoesOn() {
        new Wire(org).query("SELECT Id FROM Lead");
        org.expect()
                .records("Lead", 1)
                .value(ada, "company", "acme.example")
                .value(ada, "AnnualRevenue", 1000.0)
                .value(ada, "IsConverted", false)
                .value(ada, "Fax", null)
                .apiCalls(1)
                .allTroubleHappened();
        org.delete(ada);
        org.expect().deleted(ada);
    }

    static Stream<Arguments> failing() {
        return Stream.of(
                failing(
                        "expected 2 of Lead but there are 1",
                        test -> test.org.expect().records("Lead", 2)),
                failing(
                        "expected Lead.Phone of 00QFk0000000001MAA to be <2> but it is <1>",
                        test -> test.org.expect().value(test.ada, "Phone", "2")),
                failing(
                        "expected Lead.Phone of 00QFk0000000001MAA to be empty but it is <1>",
                        test -> test.org.expect().value(test.ada, "Phone", null)),
                failing(
                        "expected Lead.Fax of 00QFk0000000001MAA to be <2> but it is empty",
                        test -> test.org.expect().value(test.ada, "Fax", "2")),
                failing(
                        "expected Lead.AnnualRevenue of 00QFk0000000001MAA to be <7> but it is <1000>",
                        test -> test.org.expect().value(test.ada, "AnnualRevenue", 7)),
                failing(
                        "expected 00QFk0000000001MAA to be deleted, and it is not",
                        test -> test.org.expect().deleted(test.ada)),
                failing(
                        "expected 3 API calls but there were 0",
                        test -> test.org.expect().apiCalls(3)));
    }

    private static Arguments failing(String message, Consumer<OrgExpectationsTest> expectation) {
        return Arguments.of(Named.of(message, message), expectation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void whatDoesNotHoldFailsWithTheOrgAsTables(String message, Consumer<OrgExpectationsTest> expectation) {
        String failure = assertThrows(AssertionError.class, () -> expectation.accept(this))
                .getMessage();
        assertEquals(message, failure.lines().findFirst().orElse(""));
        assertTrue(failure.contains("Lead (1)") && failure.contains("Calls (0, 0 counted)"), failure);
    }

    @Test
    void troubleThatNeverHappenedFails() {
        org.next(Call.query()).answers(503, "text/html", "down");
        assertThrows(AssertionError.class, () -> org.expect().allTroubleHappened());
    }

    @Test
    void shorthandsFillInWhatIsNotSaid() {
        FakeRecord lead = org.record(ada);
        assertEquals("ada", lead.text("LastName"));
        FakeRecord bob = org.record(org.contact("bob@acme.example", "lastname", "Stone"));
        assertEquals("Stone", bob.text("LastName"));
        assertEquals("Acme", org.record(org.account("Acme")).text("Name"));
    }
}
