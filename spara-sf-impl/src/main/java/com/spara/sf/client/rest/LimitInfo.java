package com.spara.sf.client.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** API requests used and allowed in 24 hours, as the header {@code Sforce-Limit-Info} says; -1 where it does not. */
record LimitInfo(long used, long allowed) {

    static final LimitInfo UNKNOWN = new LimitInfo(-1, -1);

    private static final Pattern HEADER = Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    static LimitInfo of(String header) {
        Matcher found = HEADER.matcher(header);
        return found.find() ? new LimitInfo(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))) : UNKNOWN;
    }

    /** Whether the allowance is known not to be used up. */
    boolean hasRoom() {
        return used >= 0 && used < allowed;
    }
}
