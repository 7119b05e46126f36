package com.spara.sf.client.reliability;

import com.spara.sf.Lead;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.testkit.Call;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a host does, which of its calls meets the trouble, and what it begins with. */
enum Operation {
    CREATE("create", Call.write(), Host.PLAIN, host -> pushing(host.acme, Host.PLAIN, ada())),
    KEYED("keyed create", Call.write(), Host.KEYED, host -> pushing(host.acme, Host.KEYED, ada())),
    UPDATE("update", Call.write(), Host.PLAIN, host -> existing(host, Host.PLAIN)),
    GUARDED("guarded update", Call.write(), Host.GUARDED, host -> existing(host, Host.GUARDED)),
    BATCH("batch", Call.write(), Host.PLAIN, host -> batch(host, Host.PLAIN, people(120))),
    KEYED_BATCH("keyed batch", Call.write(), Host.KEYED, host -> batch(host, Host.KEYED, some())),
    PLANNED("push(plan)", Call.write(), Host.PLAIN, Operation::planned),
    ALONE(
            "text with @{",
            Call.write(),
            Host.PLAIN,
            host -> pushing(host.acme, Host.PLAIN, ada().with("company", "@{x}"))),

    PUSH("push", Call.read(), Host.PLAIN, host -> pushing(host.acme, Host.PLAIN, ada())),
    BATCH_READ("pushAll", Call.read(), Host.PLAIN, host -> batch(host, Host.PLAIN, some())),
    PLAN(
            "plan",
            Call.read(),
            Host.PLAIN,
            host -> asking(() -> host.acme.sync(Host.PLAIN).plan(ada()))),
    ENRICH(
            "enrich",
            Call.read(),
            Host.PLAIN,
            host -> asking(() -> host.acme.sync(Host.PLAIN).enrich(ada()))),
    CHECK("check", Call.read(), Host.PLAIN, Operation::checking),
    WHO("whoAmI", Call.read(), Host.PLAIN, host -> asking(() -> host.acme.whoAmI(Host.PLAIN))),
    PAGING("paging", Call.read(), Host.PLAIN, Operation::paging),

    REFRESH("refresh", Call.token("refresh_token"), Host.PLAIN, Operation::refreshing),
    ROTATING("rotating refresh", Call.token("refresh_token"), Host.PLAIN, Operation::rotating),
    JWT("JWT", Call.token(), Host.PLAIN, host -> serving(host, jwt(host))),
    CODE("login", Call.token("authorization_code"), Host.PLAIN, Operation::loggingIn),
    REVOKE("disconnect", Call.revoke(), Host.PLAIN, host -> told -> {
        told.add("disconnected");
        host.acme.disconnect().warnings().forEach(warning -> told.add(warning.code()));
    });

    private static final KeyPair KEYS = keys();

    /** The second half of an operation, which meets the trouble. */
    interface Deed {
        void run(Told told);
    }

    private final String words;
    private final Call call;
    private final SyncSettings settings;
    private final Function<Host, Deed> beginning;

    Operation(String words, Call call, SyncSettings settings, Function<Host, Deed> beginning) {
        this.words = words;
        this.call = call;
        this.settings = settings;
        this.beginning = beginning;
    }

    static Operation named(String words) {
        for (Operation operation : values()) {
            if (operation.words.equals(words)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("no operation is called '" + words + "'");
    }

    Call call() {
        return call;
    }

    /** Where a row is refused. */
    Call row() {
        return isUpdate() ? Call.update("Lead") : Call.create("Lead");
    }

    boolean isUpdate() {
        return this == UPDATE || this == GUARDED;
    }

    /** Only the second page of a query meets trouble, as the first is none of its own. */
    int spared() {
        return this == PAGING ? 1 : 0;
    }

    /** Whether it is about a login and its end, and pushes nothing. */
    boolean isLogin() {
        return this == CODE || this == REVOKE;
    }

    /** Whether it is a request for a token that meets the trouble. */
    boolean asksForTokens() {
        return this == REFRESH || this == ROTATING || this == JWT || isLogin();
    }

    SyncSettings settings() {
        return settings;
    }

    /** The field by which it is seen that a write happened. */
    String field() {
        return this == GUARDED ? "Phone" : "Company";
    }

    /** Does what comes before the trouble. */
    Deed begin(Host host) {
        return beginning.apply(host);
    }

    static Lead ada() {
        return Lead.of("ada@example.com")
                .with("last_name", "Lovelace")
                .with("company", "Acme")
                .with("phone", "+44 1")
                .with("host_id", "H-1");
    }

    /** More than are written one by one. */
    private static List<Lead> some() {
        return people(30);
    }

    private static List<Lead> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Lead.of("p" + i + "@example.com")
                        .with("last_name", "L" + i)
                        .with("company", "C" + i)
                        .with("phone", "+" + i)
                        .with("host_id", "P-" + i))
                .toList();
    }

    /** The connection that it uses. */
    Connection connection(Host host) {
        return this == JWT ? host.server() : host.acme;
    }

    private static Deed pushing(Connection connection, SyncSettings settings, Lead lead) {
        return told -> {
            told.pushing(List.of(lead));
            told.take(connection.sync(settings).push(lead));
        };
    }

    private static Deed existing(Host host, SyncSettings settings) {
        host.add(ada());
        return pushing(host.acme, settings, ada());
    }

    private static Deed batch(Host host, SyncSettings settings, List<Lead> people) {
        return told -> {
            told.pushing(people);
            told.take(host.acme.sync(settings).pushAll(people));
        };
    }

    private static Deed planned(Host host) {
        PushPlan plan = host.acme.sync(Host.PLAIN).plan(ada());
        return told -> {
            told.pushing(List.of(ada()));
            told.take(host.acme.sync(Host.PLAIN).push(plan));
        };
    }

    private static Deed asking(Runnable question) {
        return told -> {
            question.run();
            told.add("answered");
        };
    }

    /** The describes of a connection that is new. */
    private static Deed checking(Host host) {
        host.expireDescribes();
        return asking(() -> host.acme.sync(Host.PLAIN).check(Host.PLAIN));
    }

    private static Deed paging(Host host) {
        some().forEach(host::add);
        host.org.pageSize(12);
        return batch(host, Host.PLAIN, some());
    }

    /** One refresh before shows whether Salesforce rotates the token. */
    private static Deed refreshing(Host host) {
        host.expire();
        host.acme.sync(Host.PLAIN).push(Lead.of("warm@example.com"));
        host.expire();
        return pushing(host.acme, Host.PLAIN, ada());
    }

    private static Deed rotating(Host host) {
        host.app.rotatesRefreshTokens();
        return refreshing(host);
    }

    private static Deed serving(Host host, Credentials credentials) {
        return pushing(host.serving(credentials), Host.PLAIN, ada());
    }

    private static Credentials jwt(Host host) {
        host.app.certificate(KEYS.getPublic()).preAuthorise(host.org.user());
        return JwtBearer.of(Host.KEY, "admin@acme.example", KEYS.getPrivate());
    }

    private static Deed loggingIn(Host host) {
        host.acme.disconnect();
        WebLogin login = host.begin();
        return told -> {
            host.finish(login);
            told.add("connected");
        };
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
