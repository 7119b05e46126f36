package com.spara.sf.testkit.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies, both ways. */
final class Gzip {
    private static final String NAME = "gzip";

    private Gzip() {}

    static boolean isNamedIn(Map<String, String> headers, String header) {
        return Stream.of(headers.getOrDefault(header, "")
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .map(each -> each.replace(" ", ""))
                .anyMatch(each -> each.startsWith(NAME) && !each.matches(".*;q=0(\\.0*)?"));
    }

    /** The body of a request as it was before it was encoded; another encoding is a gap and never a wrong answer. */
    static byte[] plain(Map<String, String> headers, byte[] body) {
        String encoding = headers.getOrDefault("Content-Encoding", "").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> body;
            case NAME -> expand(body);
            default -> throw RestException.gap("the content encoding " + encoding);
        };
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
        try (Fast stream = new Fast(compressed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** The bytes go no further than this machine, so that it is time that is saved, and not length. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
