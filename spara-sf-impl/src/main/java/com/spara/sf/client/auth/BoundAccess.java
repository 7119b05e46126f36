package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.client.rest.Access;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.client.rest.OrgAccess;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connection as long as it leads to the same org: what was read of one org is never written to another one that somebody
 * connected under the same name meanwhile. Safe for use by many threads.
 */
public final class BoundAccess implements OrgAccess {

    private final ConnectionAccess access;
    private final AtomicReference<String> organizationId = new AtomicReference<>("");
    private final AtomicReference<@Nullable OrgKey> key = new AtomicReference<>();

    /** Binds to the org that the first use shows. */
    public BoundAccess(ConnectionAccess access) {
        this.access = access;
    }

    /** The connection's name. */
    public String name() {
        return access.name();
    }

    /** Whether it may be used for the org that the connection leads to now. */
    public boolean leadsTo(String organization) {
        String bound = organizationId.get();
        return bound.isEmpty() || organization.isEmpty() || bound.equals(organization);
    }

    /** What tells the org from others; before it was used, as far as it is known. */
    public OrgKey key() {
        OrgKey bound = key.get();
        return bound == null ? access.key() : bound;
    }

    @Override
    public String org() {
        String bound = organizationId.get();
        return bound.isEmpty() ? access.name() : bound;
    }

    @Override
    public Access current(Deadline deadline) {
        return bound(access.usable(deadline));
    }

    @Override
    public Access renewed(Access expired, Deadline deadline) {
        return bound(access.renewed(expired.token().reveal(), deadline));
    }

    @Override
    public boolean isJustGiven(Access fresh) {
        return access.isJustGiven(fresh.token().reveal());
    }

    @Override
    public CallFailure refused(Access fresh) {
        return access.refused(fresh.token().reveal());
    }

    private Access bound(ConnectionRecord record) {
        String organization = record.organizationId();
        if (!organization.isEmpty()) {
            organizationId.compareAndSet("", organization);
        }
        if (!leadsTo(organization)) {
            throw CallFailure.notDone(new ReconnectionRequiredException(
                    Reason.of(
                            ReasonCode.ANOTHER_ORG,
                            "Somebody connected another org under this name meanwhile, so nothing was written. Push again."),
                    null));
        }
        key.set(access.key(record));
        return ConnectionAccess.access(record);
    }
}
