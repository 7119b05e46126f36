package com.spara.sf.testkit.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The API versions: those that answer, those that are retired, those that never were. */
final class ApiVersions {
    private static final int OLDEST = 31;
    private static final int NEWEST = 68;
    private static final int SUPPORTED = 41;
    private static final int FIRST_EVER = 7;
    private static final int SPRING_26 = 66;
    private static final int RELEASES_A_YEAR = 3;
    private static final String[] SEASONS = {"Spring", "Summer", "Winter"};
    private static final Pattern NAME = Pattern.compile("v(\\d{1,3})\\.0");

    private ApiVersions() {}

    /** Reads {@code v66.0}; throws the answer for a version that does not answer. */
    static int require(String segment) {
        Matcher name = NAME.matcher(segment);
        int version = name.matches() ? Integer.parseInt(name.group(1)) : 0;
        if (version >= FIRST_EVER && version < OLDEST) {
            throw new RestException(
                    HttpStatus.GONE,
                    new RestError(
                            "GONE", "The requested API version, " + version + ".0, is no longer available", null));
        }
        if (version < OLDEST || version > NEWEST) {
            throw RestException.notFound();
        }
        return version;
    }

    static boolean isDeprecated(int version) {
        return version < SUPPORTED;
    }

    static String path(int version) {
        return "/services/data/v" + version + ".0";
    }

    /** The answer of {@code /services/data/}, oldest first. */
    static RestAnswer list() {
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartArray();
            IntStream.rangeClosed(OLDEST, NEWEST)
                    .forEach(version -> json.writeStartObject()
                            .write("label", label(version))
                            .write("url", path(version))
                            .write("version", version + ".0")
                            .writeEnd());
            json.writeEnd();
        });
    }

    private static String label(int version) {
        int releases = version - SPRING_26;
        int season = Math.floorMod(releases, RELEASES_A_YEAR);
        int year = 26 + Math.floorDiv(releases + 1, RELEASES_A_YEAR);
        return SEASONS[season] + " '" + year;
    }
}
