package com.spara.sf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of all reasons, as they lie in the jar: one below the other, each under its own heading. */
final class ReasonPages {

    private static final String ALL = "/spara-sf/reasons.md";
    private static final String HEADING = "\n# ";

    private ReasonPages() {}

    /** The page with its heading; empty if there is none, or the jar was packed anew without the pages. */
    static Optional<String> under(String heading) {
        String pages = all();
        int before = pages.indexOf(HEADING + heading + "\n");
        if (before < 0) {
            return Optional.empty();
        }
        int next = pages.indexOf(HEADING, before + HEADING.length());
        return Optional.of(pages.substring(before + 1, next < 0 ? pages.length() : next + 1));
    }

    private static String all() {
        try (InputStream pages = ReasonPages.class.getResourceAsStream(ALL)) {
            return pages == null ? "" : new String(pages.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
