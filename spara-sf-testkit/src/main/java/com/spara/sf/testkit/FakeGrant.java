package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.oauth.Grant;

/** That a user let an app in until further notice: one refresh token, and with rotation its successors. Thread-safe. */
public final class FakeGrant {
    private final OrgRooms rooms;
    private final Grant grant;

    FakeGrant(OrgRooms rooms, Grant grant) {
        this.rooms = rooms;
        this.grant = grant;
    }

    /** {@return the user} */
    public RecordId user() {
        return RecordId.of(grant.userId());
    }

    /** {@return the consumer key of the app} */
    public String app() {
        return grant.app().key();
    }

    /** {@return whether its refresh token is good now} */
    public boolean isLive() {
        return rooms.records().exclusively(() -> rooms.authority().isLive(grant));
    }

    /** {@return how often it was refreshed up to now} */
    public int refreshes() {
        return rooms.records().exclusively(grant::refreshes);
    }

    /** Revokes it as the user or an admin does in the org, with all access tokens that came of it. */
    public void revoke() {
        rooms.run(records -> rooms.authority().end(grant));
    }

    @Override
    public String toString() {
        return app() + " for " + user() + ", refreshed " + refreshes() + " times" + (isLive() ? "" : ", ended");
    }
}
