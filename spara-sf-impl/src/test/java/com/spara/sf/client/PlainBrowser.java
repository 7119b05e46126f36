package com.spara.sf.client;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The least that a browser does: opens a page, sends its form, and says where it is sent. */
final class PlainBrowser {

    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"[^>]*>([^<]*)</option>");

    private final HttpClient client = HttpClient.newHttpClient();

    /** Opens a page of consent, chooses a user by name and presses a button; returns where the browser is sent. */
    URI press(String button, String user, URI page) throws IOException, InterruptedException {
        String html = send(request(page)).body();
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(html).results().forEach(field -> form.put(text(field, 1), text(field, 2)));
        form.put("user", option(html, user));
        form.put("decision", button);
        HttpResponse<String> sent = send(request(page.resolve(text(found(ACTION, html), 1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
        return URI.create(sent.headers().firstValue("Location").orElseThrow(() -> new AssertionError(sent.body())));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String option(String html, String user) {
        return OPTION.matcher(html)
                .results()
                .filter(option -> text(option, 2).startsWith(user))
                .map(option -> text(option, 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(html));
    }

    private static MatchResult found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError(html);
        }
        return matcher;
    }

    private static String text(MatchResult html, int group) {
        return html.group(group)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
