package com.spara.sf.orgcheck;

import java.util.Map;
import java.util.Set;

/** Disconnecting twice is no failure, so a token that is gone has to be told from a revocation that failed. */
final class RevokingNothing implements Assumption {
    private static final Set<String> GONE = Set.of("invalid_token", "unsupported_token_type");

    @Override
    public String statement() {
        return "Revoking a token that is none succeeds, or is refused with invalid_token or unsupported_token_type.";
    }

    @Override
    public Finding look(Workbench bench) {
        Reply reply = bench.oauth("revoke", Map.of("token", bench.nonsense()));
        return Finding.of(
                reply.isSuccess() || reply.oauthError().filter(GONE::contains).isPresent(), reply.facts());
    }
}
