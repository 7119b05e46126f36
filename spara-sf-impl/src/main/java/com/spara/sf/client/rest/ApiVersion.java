package com.spara.sf.client.rest;

/**
 * The version of the REST API that every path is pinned to. Below 52.0 there is no duplicate-rule header over REST, and
 * references in Composite follow other rules, so it is refused.
 */
public record ApiVersion(int major) {

    /** What this library is written and tested against. */
    public static final ApiVersion PINNED = new ApiVersion(66);

    private static final int OLDEST = 52;

    public ApiVersion {
        if (major < OLDEST) {
            throw new IllegalArgumentException(
                    "API version " + major + ".0 is too old. Use " + OLDEST + ".0 or newer.");
        }
    }

    /** The beginning of every path: {@code /services/data/v66.0}. */
    public String root() {
        return "/services/data/v" + major + ".0";
    }
}
