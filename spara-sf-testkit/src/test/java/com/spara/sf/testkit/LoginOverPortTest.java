package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way over a port: the page, the form on it, the code, the tokens, a call; with the JDK's own client. */
@Timeout(30)
class LoginOverPortTest {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected>");

    private final FakeOrg org = FakeOrg.create();
    private final FakeServer server = org.serve();
    private final HttpClient client = HttpClient.newHttpClient();

    LoginOverPortTest() {
        LoginWire.app(org).requiresPkce();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... pairs) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LoginWire.encoded(pairs)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    /** What a browser would send when Allow is pressed. */
    private static String[] form(String page) {
        List<String> pairs = new ArrayList<>();
        HIDDEN.matcher(page)
                .results()
                .forEach(
                        field -> pairs.add(field.group(1) + "=" + field.group(2).replace("&amp;", "&")));
        Matcher selected = SELECTED.matcher(page);
        assertTrue(selected.find(), page);
        pairs.add("user=" + selected.group(1));
        pairs.add("decision=Allow");
        return pairs.toArray(String[]::new);
    }

    private String code() throws IOException, InterruptedException {
        URI url = LoginWire.authorizationUrlAt(
                server.url(), "code_challenge=" + LoginWire.challenge(), "login_hint=admin@fake.example");
        HttpResponse<String> back =
                post("/services/oauth2/authorize", form(get(url.toString()).body()));
        assertEquals(302, back.statusCode());
        URI location = URI.create(back.headers().firstValue("Location").orElseThrow());
        assertEquals("s%261", LoginWire.parameter(location, "state"));
        return LoginWire.parameter(location, "code");
    }

    @Test
    void consentCodeTokenCall() throws Exception {
        HttpResponse<String> tokens = post(
                "/services/oauth2/token",
                "grant_type=authorization_code",
                "code=" + code(),
                "client_id=" + LoginWire.KEY,
                "client_secret=" + LoginWire.SECRET,
                "redirect_uri=" + LoginWire.CALLBACK,
                "code_verifier=" + LoginWire.VERIFIER);
        assertEquals(200, tokens.statusCode(), tokens.body());
        JsonObject answer = json(tokens);
        assertEquals(server.url(), answer.getString("instance_url"));
        String bearer = "Bearer " + answer.getString("access_token");
        HttpResponse<String> limits =
                get(answer.getString("instance_url") + "/services/data/v66.0/limits", "Authorization", bearer);
        assertEquals(200, limits.statusCode());
        HttpResponse<String> identity = get(answer.getString("id"), "Authorization", bearer);
        assertEquals("admin@fake.example", json(identity).getString("username"));
        assertEquals(1, org.calls().count());
    }

    @Test
    void hostThatWasAskedIsTheOneThatIsNamed() throws Exception {
        String local = server.url().replace("127.0.0.1", "localhost");
        HttpResponse<String> discovery = get(local + "/.well-known/openid-configuration");
        assertEquals(local + "/services/oauth2/token", json(discovery).getString("token_endpoint"));
    }

    @Test
    void appsRunAsTheirUserOverAPort() throws Exception {
        org.app(LoginWire.KEY).runsAs(org.user());
        HttpResponse<String> tokens = post(
                "/services/oauth2/token",
                "grant_type=client_credentials",
                "client_id=" + LoginWire.KEY,
                "client_secret=" + LoginWire.SECRET);
        assertEquals(200, tokens.statusCode(), tokens.body());
    }
}
