package com.spara.sf.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, told what to do by chromedriver over the W3C WebDriver protocol. One person at a time. */
final class Chromium implements AutoCloseable {

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // W3C WebDriver, section 12
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=800,600");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Chromium(Process driver, Path profile) throws IOException {
        this.driver = driver;
        String sessions = "http://127.0.0.1:" + port(driver) + "/session";
        JsonObject begun = post(sessions, capabilities(profile));
        this.session = sessions + "/" + begun.getJsonObject("value").getString("sessionId");
    }

    /** Where chromedriver is: named by the system property of that name, or on the path. */
    static Optional<Path> driver() {
        String named = System.getProperty("chromedriver", "");
        String folders = System.getenv().getOrDefault("PATH", "");
        return named.isEmpty()
                ? Arrays.stream(folders.split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "chromedriver"))
                        .filter(Files::isExecutable)
                        .findFirst()
                : Optional.of(Path.of(named));
    }

    /** Starts the driver and the browser with a profile in an empty folder. */
    static Chromium start(Path driver, Path profile) throws IOException {
        Process process = new ProcessBuilder(driver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Chromium(process, profile);
        } catch (IOException | RuntimeException | AssertionError failed) {
            end(process);
            throw failed;
        }
    }

    private static int port(Process driver) throws IOException {
        BufferedReader lines = driver.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("chromedriver did not start: " + said);
    }

    private static JsonObject capabilities(Path profile) {
        JsonArrayBuilder flags = Json.createArrayBuilder(FLAGS).add("--user-data-dir=" + profile);
        return object(
                "capabilities",
                object(
                        "alwaysMatch",
                        object(
                                "goog:chromeOptions",
                                Json.createObjectBuilder().add("args", flags).build())));
    }

    private static JsonObject object(String name, JsonObject value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject object(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    void open(URI address) {
        post(session + "/url", object("url", address.toString()));
    }

    /** The text of the page as a person sees it. */
    String text() {
        return get(element("body") + "/text").getString("value");
    }

    /** Clicks the first element that a CSS selector finds. */
    void click(String selector) {
        post(element(selector) + "/click", JsonObject.EMPTY_JSON_OBJECT);
    }

    private String element(String selector) {
        JsonObject sought = Json.createObjectBuilder()
                .add("using", "css selector")
                .add("value", selector)
                .build();
        JsonObject found = post(session + "/element", sought);
        return session + "/element/" + found.getJsonObject("value").getString(ELEMENT);
    }

    /** What the page looks like, as a PNG image. */
    byte[] picture() {
        return Base64.getDecoder().decode(get(session + "/screenshot").getString("value"));
    }

    private JsonObject get(String address) {
        return send(request(address));
    }

    private JsonObject post(String address, JsonObject body) {
        return send(request(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("chromedriver answered " + answer.statusCode() + ": " + answer.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        try {
            send(request(session).DELETE());
        } finally {
            end(driver);
        }
    }

    /** Ends the driver and what it started, the browser among them, and waits until the profile is theirs no more. */
    private static void end(Process driver) {
        List<ProcessHandle> all = Stream.concat(driver.descendants(), Stream.of(driver.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
