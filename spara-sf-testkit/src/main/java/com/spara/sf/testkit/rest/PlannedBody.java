package com.spara.sf.testkit.rest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a body that may be JSON, and need not be. */
final class PlannedBody {
    private PlannedBody() {}

    static @Nullable Object value(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (RestException notJson) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
