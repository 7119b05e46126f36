package com.spara.sf.testkit.standalone;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The stand-alone org as a process of its own. */
final class Program implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final BufferedReader out;
    private final JsonObject facts;

    private Program(Process process) throws IOException {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.facts = json(out.readLine());
    }

    /** Starts it and reads its first line. */
    static Program start(List<String> java, String... arguments) throws IOException {
        return new Program(launch(java, arguments));
    }

    static Process launch(List<String> java, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(java);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    static List<String> onClassPath() {
        return List.of("-cp", System.getProperty("java.class.path"), "com.spara.sf.testkit.standalone.Standalone");
    }

    JsonObject facts() {
        return facts;
    }

    String get(String path) {
        return send(request(path).header("Authorization", "Bearer " + facts.getString("accessToken")));
    }

    String post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(facts.getString("instanceUrl") + path));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject query(String soql) {
        return json(get("/services/data/v66.0/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8)));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Ends it as Ctrl-C does, and returns what else it wrote to standard output and to standard error. */
    List<String> interrupted() throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        process.waitFor(10, TimeUnit.SECONDS);
        String rest = String.join("\n", out.lines().toList());
        return List.of(rest, new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
