package com.spara.sf.client;

import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.client.auth.ConnectionAccess;
import com.spara.sf.client.auth.WebLogins;
import com.spara.sf.client.push.PipelineSync;
import com.spara.sf.client.push.PushEngine;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Identity;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.SalesforceSync;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The handle on one connection; all handles of one connection share its access and its engine. */
final class OrgConnection implements Connection {

    /** What a handle needs of the client that gave it out. */
    record Client(
            Engines engines,
            Supplier<WebLogins> logins,
            Function<String, OrgAddress> addresses,
            Supplier<UUID> names) {}

    private final ConnectionAccess access;
    private final Client client;

    OrgConnection(ConnectionAccess access, Client client) {
        this.access = access;
        this.client = client;
    }

    @Override
    public SalesforceSync sync(SyncSettings settings) {
        Objects.requireNonNull(
                settings, "The settings of the sync are null. Give SyncSettings.standard(), or your own.");
        return new PipelineSync(this::engine, settings, client.names());
    }

    private PushEngine engine() {
        return client.engines().of(access);
    }

    @Override
    public String name() {
        return access.name();
    }

    @Override
    public URI url() {
        ConnectionState state = state();
        return state.url().orElseThrow(() -> new ReconnectionRequiredException(state.reason(), null));
    }

    @Override
    public ConnectionState state() {
        return access.state();
    }

    @Override
    public Optional<ApiUsage> usage() {
        return engine().usage();
    }

    @Override
    public WebLogin beginLogin(String address) {
        WebLogins logins = client.logins().get();
        return logins.begin(client.addresses().apply(address));
    }

    @Override
    public ConnectionState finishLogin(WebLogin login, URI callback) {
        WebLogins logins = client.logins().get();
        OrgAddress org = client.addresses().apply(login.org().toString());
        return logins.finish(login, org, callback);
    }

    @Override
    public ConnectionState reconnect() {
        return unwrapped(access::reconnect);
    }

    @Override
    public ConnectionState disconnect() {
        return access.disconnect();
    }

    @Override
    public WhoAmI whoAmI(SyncSettings settings) {
        return unwrapped(() -> engine().userCheck().ask(settings, identity(), url()));
    }

    @Override
    public String supportBundle(SyncSettings settings) {
        return new SupportBundle(this, settings).json(this::engine);
    }

    private Identity identity() {
        return new Identity(access.organizationId(), access.userId());
    }

    private static <T> T unwrapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    @Override
    public String toString() {
        return "Connection[" + access.name() + "]";
    }
}
