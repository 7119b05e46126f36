package com.spara.sf.client.auth;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.Identity;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.OrgAddress;
import java.util.Optional;

/**
 * A token that Salesforce gave, with what came along. There is no lifetime in it: expiry shows as a refused call.
 *
 * @param refreshToken empty if none came
 * @param instance where the API is; empty if what came is not an address of an org
 * @param identity who is connected to which org
 */
record TokenAnswer(
        AccessToken accessToken, Optional<String> refreshToken, Optional<OrgAddress> instance, Identity identity) {

    /** Reads an answer; throws {@link IllegalArgumentException} if there is no token. */
    static TokenAnswer of(JsonView json, OrgAddress askedAt) {
        String address = json.at("instance_url").textOrEmpty();
        return new TokenAnswer(
                AccessToken.of(json.at("access_token").textOrEmpty()),
                json.at("refresh_token").text(),
                instance(address, askedAt),
                Identity.of(json.at("id").textOrEmpty()));
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
