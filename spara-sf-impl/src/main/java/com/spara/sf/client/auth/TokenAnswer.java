package com.spara.sf.client.auth;

import com.spara.sf.RecordId;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.OrgAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token that Salesforce gave, with what came along. There is no lifetime in it: expiry shows as a refused call.
 *
 * @param refreshToken empty if none came
 * @param instance where the API is; empty if what came is not an address of an org
 * @param organizationId 18 characters, or empty where it did not come
 * @param userId 18 characters, or empty where it did not come
 */
record TokenAnswer(
        AccessToken accessToken,
        Optional<String> refreshToken,
        Optional<OrgAddress> instance,
        String organizationId,
        String userId) {

    private static final Pattern IDENTITY = Pattern.compile("/id/(00D\\w{12,15})/(005\\w{12,15})$");

    /** Reads an answer; throws {@link IllegalArgumentException} if there is no token. */
    static TokenAnswer of(JsonView json, OrgAddress askedAt) {
        String address = json.at("instance_url").textOrEmpty();
        Matcher identity = IDENTITY.matcher(json.at("id").textOrEmpty());
        boolean known = identity.find();
        return new TokenAnswer(
                AccessToken.of(json.at("access_token").textOrEmpty()),
                json.at("refresh_token").text(),
                instance(address, askedAt),
                known ? RecordId.of(identity.group(1)).value() : "",
                known ? RecordId.of(identity.group(2)).value() : "");
    }

    private static Optional<OrgAddress> instance(String address, OrgAddress askedAt) {
        try {
            return Optional.of(askedAt.isLoopback() ? OrgAddress.loopback(address) : OrgAddress.of(address));
        } catch (IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer[hidden]";
    }
}
