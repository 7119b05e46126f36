package com.spara.sf.client.rest;

import com.spara.sf.RecordId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is connected to which org, as the address says by which Salesforce names a user.
 *
 * @param organizationId 18 characters, or empty where it is not known
 * @param userId 18 characters, or empty where it is not known
 */
public record Identity(String organizationId, String userId) {

    private static final Identity UNKNOWN = new Identity("", "");
    private static final Pattern ADDRESS = Pattern.compile("/id/(00D\\w{12,15})/(005\\w{12,15})$");

    /** Reads such an address; both are empty if it is none. */
    public static Identity of(String address) {
        Matcher ids = ADDRESS.matcher(address);
        return ids.find()
                ? new Identity(
                        RecordId.of(ids.group(1)).value(),
                        RecordId.of(ids.group(2)).value())
                : UNKNOWN;
    }

    /** Whether it says who is connected. */
    public boolean isKnown() {
        return !userId.isEmpty();
    }
}
