package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.spi.Transport;
import com.spara.sf.testkit.Trouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrets and people's data, planted everywhere, are found in no log line, message, address or {@code toString}, whatever goes
 * wrong.
 */
@Isolated("listens to every log")
class CanaryTest extends OnConnectedOrg {

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Set<String> secrets = new TreeSet<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            shown.add(new SimpleFormatter().format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    /** Shows the address of each request, as proxies and access logs do, and the request itself. */
    private Transport watched() {
        Transport wire = org.transport();
        return (request, deadline) -> {
            shown.add(request.uri() + " " + request);
            return wire.send(request, deadline);
        };
    }

    @BeforeEach
    void listenToEveryLog() {
        Logger.getLogger("").addHandler(handler);
        Logger.getLogger("com.spara.sf").setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
    }

    private Salesforce client() {
        return Salesforce.over(watched())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp)
                .withTokenStore(FileTokenStore.in(folder));
    }

    private void secret(String value) {
        secrets.add(value);
    }

    private void show(Object... things) {
        Stream.of(things).map(String::valueOf).forEach(shown::add);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException thrown) {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            shown.add(text.toString());
        }
    }

    private void connectShowingAll(Connection connection) {
        WebLogin login = connection.beginLogin("acme.my.salesforce.com");
        secret(login.revealAttempt().verifier());
        URI back = allowed(login);
        secret(back.getQuery().replaceAll(".*code=([^&]*).*", "$1"));
        show(login, login.revealAttempt(), connection);
        attempt(() -> show(connection.finishLogin(login, back)));
        attempt(() -> connection.finishLogin(login, back));
        attempt(() -> connection.finishLogin(login, URI.create(CALLBACK + "?code=canary&state=canary")));
        learnTokens();
    }

    /** Whatever the org gave out so far is secret. */
    private void learnTokens() {
        secret(SECRET);
        org.calls().all().stream()
                .filter(call -> call.resource().startsWith("oauth2/token"))
                .flatMap(call -> Stream.of(call.responseBody(), call.requestBody()))
                .flatMap(body -> Pattern.compile(
                                "(?:access_token|refresh_token|assertion|code_verifier)(?:\":\"|=)([^\"&]{8,})")
                        .matcher(body)
                        .results())
                .forEach(found -> secret(found.group(1)));
    }

    private void assertNothingShown() {
        learnTokens();
        List<String> found = new ArrayList<>();
        for (String text : shown) {
            secrets.stream().filter(text::contains).forEach(secret -> found.add(secret + " in " + text));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void ofAWholeLifeOfAConnection() {
        Connection connection = client().connection("acme");
        connectShowingAll(connection);
        attempt(() -> show(connection.sync(settings).push(ada)));
        expire();
        attempt(() -> show(connection.sync(settings).push(ada)));
        attempt(() -> show(connection.whoAmI(settings)));
        show(connection.state(), connection.disconnect());
        attempt(() -> connection.sync(settings).push(ada));
        assertNothingShown();
    }

    static Stream<Consumer<Trouble>> trouble() {
        return Stream.of(
                trouble -> trouble.refusesLogin("invalid_grant", "expired access/refresh token"),
                trouble -> trouble.refusesLogin("brand_new", "x"),
                trouble ->
                        trouble.answers(503, "text/html", "<html>canary</html>").times(9),
                trouble -> trouble.answers(200, "application/json", "{\"access_token\":\"canary token!\"")
                        .times(9),
                trouble -> trouble.losesItsAnswerAfterCommit(),
                trouble -> trouble.losesTheRequest().times(9),
                trouble -> trouble.isNeverSent().times(9));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void ofEveryTroubleWithAToken(Consumer<Trouble> trouble) {
        Connection connection = client().connection("acme");
        connectShowingAll(connection);
        expire();
        trouble.accept(org.next(refresh()));
        secret("canary");
        attempt(() -> show(connection.sync(settings).push(ada)));
        show(connection.state());
        attempt(() -> show(connection.sync(settings).pushAll(List.of(ada)).failed()));
        attempt(() -> show(connection.disconnect()));
        assertNothingShown();
    }

    @Test
    void ofServers() {
        secret("canary-secret");
        secret("canary-token");
        secret("canary-key");
        show(
                ClientCredentials.of(KEY, "canary-secret"),
                AccessToken.of("canary-token"),
                WebApp.of(KEY, CALLBACK).secret("canary-secret"));
        attempt(() -> JwtBearer.of(KEY, "u", "-----BEGIN PRIVATE KEY-----canary-key"));
        attempt(() -> ClientCredentials.of(KEY, "canary-secret\n\u0000"));
        attempt(() -> AccessToken.of("canary-token \u00fc"));
        attempt(() -> client().connect(org.url(), ClientCredentials.of(KEY, "canary-secret"))
                .sync(settings)
                .push(ada));
        attempt(() -> client().connect(org.url(), AccessToken.of("canary-token"))
                .sync(settings)
                .push(ada));
        assertNothingShown();
    }
}
