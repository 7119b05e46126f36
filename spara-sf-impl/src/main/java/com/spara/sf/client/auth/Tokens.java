package com.spara.sf.client.auth;

/**
 * The tokens of a connection.
 *
 * @param access empty before the first one came
 * @param refresh empty where the flow gives none
 * @param inDoubt whether the refresh token may have been used up by a request whose answer is not known
 */
record Tokens(String access, String refresh, Rotation rotation, boolean inDoubt) {

    static final Tokens NONE = new Tokens("", "", Rotation.UNKNOWN, false);

    /** The first tokens of a grant. */
    static Tokens of(TokenAnswer answer) {
        return new Tokens(answer.accessToken().reveal(), answer.refreshToken().orElse(""), Rotation.UNKNOWN, false);
    }

    /** What a refresh makes of these. */
    Tokens refreshedBy(TokenAnswer answer) {
        boolean rotated =
                answer.refreshToken().filter(token -> !token.equals(refresh)).isPresent();
        return new Tokens(
                answer.accessToken().reveal(),
                answer.refreshToken().orElse(refresh),
                rotated || rotation == Rotation.ON ? Rotation.ON : Rotation.OFF,
                false);
    }

    Tokens inDoubt(boolean doubt) {
        return new Tokens(access, refresh, rotation, doubt);
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
