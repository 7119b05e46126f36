package com.spara.sf.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts in this library's jar. */
final class Resource {

    private Resource() {}

    static String text(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("The jar lacks " + path + "."));
    }

    static Optional<String> find(String path) {
        try (InputStream file = Resource.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
