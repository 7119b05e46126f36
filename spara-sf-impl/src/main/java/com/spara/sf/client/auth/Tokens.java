package com.spara.sf.client.auth;

/**
 * The tokens of a connection.
 *
 * @param access empty before the first one came
 * @param refresh empty where the flow gives none
 * @param inDoubt whether the refresh token may have been used up by a request whose answer is not known
 */
record Tokens(String access, String refresh, boolean inDoubt) {

    static final Tokens NONE = new Tokens("", "", false);

    /** A token that the host gave. */
    static Tokens given(String access) {
        return new Tokens(access, "", false);
    }

    /** What an answer makes of these; a refresh token that did not come anew is still the one there was. */
    Tokens replacedBy(TokenAnswer answer) {
        return new Tokens(answer.accessToken().reveal(), answer.refreshToken().orElse(refresh), false);
    }

    Tokens inDoubt(boolean doubt) {
        return new Tokens(access, refresh, doubt);
    }

    /** What is to be revoked when the org is let go: a refresh token takes its access tokens with it. */
    String toRevoke() {
        return refresh.isEmpty() ? access : refresh;
    }

    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
