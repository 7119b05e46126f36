package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who opens the org's address in a browser. */
@Timeout(30)
class OrgPageTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String query) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + "/" + query)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String page(String query) throws Exception {
        return get(query).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?object=Lead", "?record=00QFk0000000001MAA"})
    void whatPeopleTypedIsShownAndNeverRun(String query) throws Exception {
        org.add("Lead", "LastName", "<script>alert('x')</script>", "Company", "\"><img src=x onerror=alert(1)>");
        String page = page(query);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), page);
        assertTrue(page.contains("title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\""), page);
        assertFalse(page.contains("<script") || page.contains("<img"), page);
    }

    @Test
    void bodiesAndAddressesOfCallsAreEscapedToo() throws Exception {
        new Wire(org).post("sobjects/Lead", "{'LastName': '<b>Ada</b>', 'Company': 'A & B'}");
        new Wire(org).get("sobjects/%3Cscript%3E");
        String page = page("");
        assertTrue(page.contains("&lt;b&gt;Ada&lt;/b&gt;") && page.contains("A &amp; B"), page);
        assertTrue(page.contains("GET sobjects/&lt;script&gt;"), page);
        assertFalse(page.contains("<script") || page.contains("<b>Ada"), page);
    }

    @Test
    void anUnknownObjectOrRecordIsNoFailure() throws Exception {
        assertTrue(page("?object=%3Cscript%3E").contains("no such object"));
        assertTrue(page("?record=%3Cscript%3E").contains("no such record"));
        assertEquals(200, get("?object=Lead&from=99999999999999").statusCode());
    }

    @Test
    void partsOfACompositeAreListed() throws Exception {
        new Wire(org)
                .post(
                        "composite",
                        "{'compositeRequest': [{'method': 'GET', 'referenceId': 'a', 'url':"
                                + " '/services/data/v66.0/limits'}]}");
        assertTrue(page("").contains("POST composite of 1 parts"));
        assertTrue(page("").contains("GET /services/data/v66.0/limits"));
    }

    @Test
    void troubleIsShownAsPlannedUntilItWasMet() throws Exception {
        org.next(Call.query()).answers(503, "text/html", "down");
        assertTrue(page("").matches("(?s).*Planned trouble</h2>\\s*<ul>\\s*<li>next a query.*was met</h2>\\s*<p.*"));
        new Wire(org).query("SELECT Id FROM Lead");
        assertTrue(page("").matches("(?s).*Planned trouble</h2>\\s*<p.*was met</h2>\\s*<ul>\\s*<li>[^<]*query.*"));
    }

    @Test
    void recordsAreTurnedOverByTheHundred() throws Exception {
        for (int i = 0; i < 150; i++) {
            org.add("Lead", "LastName", "Number" + i + ".", "Company", "C");
        }
        assertTrue(page("").contains("records 1 to 20 of 150"));
        assertTrue(page("?object=Lead").contains("/?object=Lead&amp;from=100"));
        String last = page("?object=Lead&from=100");
        assertTrue(last.contains("Number149.") && !last.contains("Number99."), last);
    }

    @Test
    void aRecordLinksToThoseItRefersTo() throws Exception {
        RecordId account = org.add("Account", "Name", "Acme");
        RecordId contact = org.add("Contact", "LastName", "L", "AccountId", account);
        assertTrue(page("?record=" + contact).contains("<a href=\"/?record=" + account + "\">"));
    }

    @Test
    void aDeletedRecordIsStruckThrough() throws Exception {
        org.delete(org.add("Lead", "LastName", "Gone", "Company", "C"));
        assertTrue(page("").contains("<tr class=\"deleted\">"));
    }

    @Test
    void lookingAtThePageIsNoCall() throws Exception {
        page("");
        assertEquals(0, org.calls().all().size());
    }

    @Test
    void thePageRunsNoScriptWhateverIsInIt() throws Exception {
        assertTrue(get("").headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .startsWith("default-src 'none'"));
    }
}
