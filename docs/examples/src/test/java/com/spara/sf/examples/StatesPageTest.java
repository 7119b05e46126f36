package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.LoginFailedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.testkit.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of errors in {@code docs/connect/states.md} say what happens: each row is played. */
class StatesPageTest extends OnAcme {

    private static final int FEWEST = 36;

    /** An error, what Salesforce says with it, and what the library says. */
    record Row(String error, String words, String text) {

        private static Row of(String line) {
            String[] cells = line.split(" *\\| *", -1);
            return new Row(cells[1].replace("`", ""), cells[2], cells[3]);
        }
    }

    private static Stream<Row> rows(String heading) {
        String page = Page.of("connect/states.md").text();
        String section = page.split("\n### " + heading + "\n", 2)[1].split("\n##", 2)[0];
        return section.lines().filter(line -> line.startsWith("| `")).map(Row::of);
    }

    static Stream<Row> whileRenewing() {
        return rows("Access is gone");
    }

    static Stream<Row> passing() {
        return rows("It passes");
    }

    static Stream<Row> atLogin() {
        return rows("The login failed");
    }

    @Test
    void thePageHasTheWholeTable() {
        assertTrue(Stream.of(whileRenewing(), passing(), atLogin())
                        .flatMap(each -> each)
                        .count()
                >= FEWEST);
    }

    private SalesforceException refused(Row row) {
        connect();
        expire();
        org.next(Call.token("refresh_token"))
                .refusesLogin(row.error(), row.words())
                .times(4);
        Connection acme = salesforce.connection("acme");
        return assertThrows(SalesforceException.class, () -> acme.sync(settings).push(ada));
    }

    @ParameterizedTest
    @MethodSource("whileRenewing")
    void accessIsGone(Row row) {
        SalesforceException thrown = refused(row);
        assertEquals(row.text(), thrown.reason().text());
        assertEquals(row.error(), thrown.reason().code());
        assertEquals(row.text(), host.banner("acme"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void itPasses(Row row) {
        SalesforceException thrown = refused(row);
        assertEquals(row.text(), thrown.reason().text());
        assertTrue(salesforce.connection("acme").state().isConnected());
    }

    @ParameterizedTest
    @MethodSource("atLogin")
    void theLoginFailed(Row row) {
        Connection acme = salesforce.connection("acme");
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = URI.create(CALLBACK + "?error=" + row.error() + "&error_description="
                + URLEncoder.encode(row.words(), StandardCharsets.UTF_8) + "&state="
                + login.revealAttempt().state());
        LoginFailedException thrown = assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertEquals(
                List.of(row.error(), row.text()),
                List.of(thrown.reason().code(), thrown.reason().text()));
    }
}
