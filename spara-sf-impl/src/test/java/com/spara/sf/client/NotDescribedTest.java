package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that Salesforce did not describe is unknown, and no right is said to be missing. */
class NotDescribedTest extends OnFakeOrg {

    private final Connection spoilt = Salesforce.over(this::send)
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .connect(org.url(), AccessToken.of(org.token()));
    private String object = "Contact";
    private int status = 500;

    private List<String> problemsOfContacts() {
        return spoilt.sync(both).check(both).stream()
                .filter(problem -> problem.object().equals("Contact"))
                .map(problem -> problem.reason().code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 200})
    void checkSaysThatItCouldNotBeAskedAndAsksAgain(int answered) {
        status = answered;
        assertEquals(List.of(ReasonCode.UNREACHABLE), problemsOfContacts());
        object = "none";
        assertFalse(problemsOfContacts().contains(ReasonCode.UNREACHABLE));
    }

    @Test
    void whatSalesforceRefusesToDescribeIsNotSeen() {
        status = 404;
        assertEquals(List.of(ReasonCode.NO_RIGHT), problemsOfContacts());
    }

    @ParameterizedTest
    @CsvSource({"500, UNREACHABLE", "404, NO_RIGHT"})
    void whoAmISaysWhyNoAccountDataComes(int answered, String code) {
        object = "Account";
        status = answered;
        WhoAmI who = spoilt.whoAmI(both);
        Problem last = who.problems().stream()
                .filter(problem -> problem.object().equals("Account"))
                .findFirst()
                .orElseThrow();
        assertEquals(code, last.reason().code());
        assertTrue(who.may(WhoAmI.Right.READ, "Lead"));
    }

    @Test
    void aPullMayBeTriedAgain() {
        assertThrows(OrgUnreachableException.class, () -> spoilt.sync(both).tryOut(PullRule.contacts("all")));
    }

    private WireResponse send(WireRequest request, Duration deadline) throws IOException {
        WireResponse response = org.transport().send(request, deadline);
        if (!request.uri().getPath().endsWith("/composite")) {
            return response;
        }
        Map<?, ?> answer = (Map<?, ?>) JsonText.read(response.body());
        List<Object> parts = new ArrayList<>();
        ((List<?>) answer.get("compositeResponse")).forEach(part -> parts.add(spoilt((Map<?, ?>) part)));
        byte[] body = JsonText.write(json -> JsonText.value(json, Map.of("compositeResponse", parts)));
        return WireResponse.of(response.status(), response.headers(), body);
    }

    private Map<?, ?> spoilt(Map<?, ?> part) {
        boolean isDescribe = part.get("body") instanceof Map<?, ?> body
                && body.containsKey("fields")
                && object.equals(body.get("name"));
        if (!isDescribe) {
            return part;
        }
        Map<Object, Object> other = new LinkedHashMap<>(part);
        other.put("httpStatusCode", status);
        other.put(
                "body",
                Stream.of(Map.of("errorCode", "SOME_CODE", "message", "")).toList());
        return other;
    }
}
