package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.SalesforceSync;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer of security asks first. */
class SecurityChecklistTest extends OnFakeOrg {

    private static final Path SOURCES = Path.of("src/main/java");

    @ParameterizedTest
    @ValueSource(
            classes = {
                AccessToken.class,
                ClientCredentials.class,
                JwtBearer.class,
                WebApp.class,
                WebLogin.class,
                WebLogin.Attempt.class,
                StoredConnection.class
            })
    void whatHoldsASecretCannotBeSerialised(Class<?> type) {
        assertTrue(!Serializable.class.isAssignableFrom(type));
    }

    @Test
    void nothingTrustsEveryCertificateOrHostOrFollowsARedirect() throws IOException {
        assertEquals(
                List.of(),
                mentions(
                        "TrustManager|SSLContext|SSLParameters|HostnameVerif|disableHostname|Redirect\\.(?:ALWAYS|NORMAL)"));
        assertEquals(List.of("JdkTransport.java"), mentions("Redirect\\.NEVER"));
    }

    @Test
    void nobodyPrintsOrLogsHeadersBodiesOrStackTraces() throws IOException {
        assertEquals(List.of(), mentions("System\\.(?:out|err)|printStackTrace|java\\.util\\.logging"));
        assertEquals(List.of(), mentions("(?:LOG|log)\\S*\\([^;]*(?:headers?\\(|[bB]ody|getMessage\\()"));
    }

    private static List<String> mentions(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new ArrayList<>(
                    new TreeSet<>(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> wanted.matcher(read(file)).find())
                            .map(file -> file.getFileName().toString())
                            .toList()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nAuthorization: y", "x\ny", "x\ry", "\n"})
    void aHeaderIsOneLine(String value) {
        WireRequest request = WireRequest.of("GET", URI.create("https://acme.my.salesforce.com/"));
        assertThrows(IllegalArgumentException.class, () -> request.withHeader("X", value));
        assertThrows(IllegalArgumentException.class, () -> request.withHeader(value, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/services/data/v66.0/query/01g",
                "//evil.example/services/data/v66.0/query/01g",
                "@evil.example/services/data/",
                ":8443/services/data/",
                "/services/data/../../secur/logout.jsp",
                "/services/apexrest/x",
                "services/data/v66.0/query/01g",
                "/services/data/v66.0/que ry/01g",
                "/services/data/v66.0/%zz",
                "/services/data/v66.0/query/01g\r\nX: y"
            })
    void aNextPageIsAPathOfTheRestApiAndNothingElse(String address) {
        addLead(ADA);
        List<URI> asked = new ArrayList<>();
        SalesforceSync sync = Salesforce.over((request, deadline) -> {
                    asked.add(request.uri());
                    WireResponse response = org.transport().send(request, deadline);
                    String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                    String json = address.replace("\r", "\\r").replace("\n", "\\n");
                    return WireResponse.of(
                            response.status(),
                            response.headers(),
                            body.replace("\"totalSize\":1", "\"totalSize\":2")
                                    .replace("\"done\":true", "\"done\":false,\"nextRecordsUrl\":\"" + json + "\"")
                                    .getBytes(StandardCharsets.UTF_8));
                })
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        assertTrue(
                asked.stream().allMatch(uri -> uri.toString().startsWith(org.url() + "/services/data/")), asked + "");
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void pagesWithoutEndAreRefused() {
        addLead(ADA);
        SalesforceSync sync = Salesforce.over((request, deadline) -> {
                    WireResponse response = org.transport().send(request, deadline);
                    String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                    String next = "\"done\":false,\"nextRecordsUrl\":\"/services/data/v66.0/query/01gx-1\"";
                    boolean isPage = request.uri().getPath().contains("/query/");
                    String page = "{\"totalSize\":2000000000," + next
                            + ",\"records\":[{\"attributes\":{\"type\":\"Lead\"},\"Id\":\"00Q000000000001AAA\"}]}";
                    String first = body.replace("\"totalSize\":1", "\"totalSize\":2000000000")
                            .replace("\"done\":true", next);
                    return WireResponse.of(
                            isPage ? 200 : response.status(),
                            isPage ? Map.of("Content-Type", "application/json") : response.headers(),
                            (isPage ? page : first).getBytes(StandardCharsets.UTF_8));
                })
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        assertEquals(1, org.records("Lead").size());
    }
}
