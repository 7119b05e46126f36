package com.spara.sf.orgcheck;

import java.util.Map;

/** Texts are translated and codes are not, and two codes are told of for the same mistake. */
final class UnknownApp implements Assumption {

    @Override
    public String statement() {
        return "A token request by an app that the org does not know is refused with invalid_client_id.";
    }

    @Override
    public Finding look(Workbench bench) {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", bench.nonsense(),
                "client_secret", bench.nonsense());
        Reply reply = bench.oauth("token", form);
        return reply.isSuccess() || reply.oauthError().isEmpty()
                ? Finding.unanswered(reply.facts())
                : Finding.of(
                        reply.oauthError().filter("invalid_client_id"::equals).isPresent(), reply.facts());
    }
}
