package com.spara.sf.testkit.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies, both ways. */
final class Gzip {
    private static final String NAME = "gzip";

    private Gzip() {}

    static boolean isNamedIn(Map<String, String> headers, String header) {
        return headers.getOrDefault(header, "").toLowerCase(Locale.ROOT).contains(NAME);
    }

    /** The body as it was before it was compressed; throws the answer when it is not gzip. */
    static byte[] expand(byte[] bytes) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw RestException.badRequest("INVALID_CONTENT", "The HTTP entity body is not gzip, as its header says");
        }
    }

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
