package com.spara.sf.testkit.data;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Reads a file of JSON that a person wrote, and says in one sentence what is wrong with it. */
public final class JsonFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private JsonFile() {}

    public static JsonPlace read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": the file is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the file cannot be read", e);
        }
    }

    public static void write(Path file, String json) {
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the file cannot be written", e);
        }
    }

    /** Reads to the end and does not close. The source is how messages call it. */
    public static JsonPlace read(String source, Reader json) {
        try {
            StringWriter text = new StringWriter();
            json.transferTo(text);
            return parse(source, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read", e);
        }
    }

    private static JsonPlace parse(String source, String text) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (json.isBlank()) {
            throw new IllegalArgumentException(source + ": the file is empty, and should be JSON");
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            return JsonPlace.top(source, new JsonTree(source, parser).whole());
        } catch (JsonParsingException e) {
            throw JsonTree.refused(source, e.getLocation(), "this is not JSON, or it ends too early", e);
        } catch (JsonException e) {
            throw new IllegalArgumentException(source + ": this is not JSON", e);
        }
    }
}
