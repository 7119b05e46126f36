package com.spara.sf.testkit.rest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named parts of a {@code multipart/form-data} body. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("(?i).*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?is).*\\bname=\"?([^\";\\r\\n]+)\"?.*");
    private static final Pattern HEAD_END = Pattern.compile("\\r?\\n\\r?\\n");

    private final Map<String, byte[]> parts = new HashMap<>();

    private Multipart() {}

    static Multipart read(String contentType, byte[] bytes) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            throw malformed("its Content-Type names no boundary");
        }
        Multipart read = new Multipart();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String part : text.split("(\\r?\\n|^)--" + Pattern.quote(boundary.group(1)), -1)) {
            read.take(part);
        }
        return read;
    }

    private void take(String part) {
        Matcher headEnd = HEAD_END.matcher(part);
        if (!headEnd.find()) {
            return;
        }
        Matcher name = NAME.matcher(part.substring(0, headEnd.start()));
        if (name.matches()) {
            parts.put(name.group(1), part.substring(headEnd.end()).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    byte[] require(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw malformed("it has no part " + name);
        }
        return part;
    }

    private static RestException malformed(String why) {
        return RestException.badRequest("INVALID_MULTIPART_REQUEST", "The body is not multipart: " + why);
    }
}
