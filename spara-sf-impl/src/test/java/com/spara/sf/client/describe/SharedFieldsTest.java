package com.spara.sf.client.describe;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several orgs say alike of a field is kept once. */
class SharedFieldsTest {

    private final SharedFields shared = new SharedFields();

    private static FieldDescribe status(boolean updateable, String... choices) {
        List<Map<String, Object>> values = List.of(choices).stream()
                .map(choice -> Map.<String, Object>of("value", choice, "active", true))
                .toList();
        return new FieldDescribe(JsonView.of(
                Map.of("name", "Status", "type", "picklist", "updateable", updateable, "picklistValues", values)));
    }

    @Test
    void fieldThatIsAlikeIsKeptOnce() {
        FieldDescribe first = shared.shared(status(true, "Open", "Closed"));
        assertSame(first, shared.shared(status(true, "Open", "Closed")));
    }

    @Test
    void fieldWithOtherChoicesIsAnotherOne() {
        FieldDescribe first = shared.shared(status(true, "Open"));
        assertNotSame(first, shared.shared(status(true, "Open", "Closed")));
    }

    @Test
    void fieldWithOtherRightsIsAnotherOne() {
        FieldDescribe first = shared.shared(status(true, "Open"));
        assertNotSame(first, shared.shared(status(false, "Open")));
    }

    @Test
    void orgsOfOneClientShareTheFieldsThatAreAlike() {
        assertSame(company(), company());
    }

    private FieldDescribe company() {
        Map<String, Object> lead = Map.of("name", "Lead", "fields", List.of(Map.of("name", "Company")));
        RestAnswer answer = new RestAnswer(200, JsonView.of(Map.of()), JsonView.of(lead));
        Describes org = new Describes(Clock.systemUTC(), shared);
        org.learn("Lead", answer);
        return org.of("Lead").orElseThrow().field("company").orElseThrow();
    }
}
