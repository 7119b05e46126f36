package com.spara.sf.client.auth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.json.JsonView;
import com.spara.sf.connect.OrgAddress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds a secret says in its text only what it is. */
class HiddenTest {

    private static final String SECRET = "canary";

    static Object[] holders() {
        OrgAddress org = OrgAddress.of("acme.my.salesforce.com");
        AppKey app = new AppKey("key", SECRET);
        Tokens tokens = new Tokens(SECRET, SECRET, false);
        return new Object[] {
            app,
            tokens,
            TokenAnswer.of(JsonView.of(Map.of("access_token", SECRET, "refresh_token", SECRET)), org),
            ConnectionRecord.connected(OrgPlace.unknown(org), app, tokens, Instant.EPOCH)
        };
    }

    @ParameterizedTest
    @MethodSource("holders")
    void itsTextIsItsNameAndNoSecret(Object holder) {
        assertTrue(holder.toString().startsWith(holder.getClass().getSimpleName() + "["), "says what it is");
        assertFalse(holder.toString().contains(SECRET), "shows no secret");
    }
}
