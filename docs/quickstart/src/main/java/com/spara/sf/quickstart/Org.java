package com.spara.sf.quickstart;

import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.contents.OrgData;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Where the leads go: a real org, or a fake one in memory. Its names stand for Ids in the leads. */
record Org(String title, Connection connection, Map<String, RecordId> names, Supplier<OptionalInt> calls) {

    static Org of(Arguments arguments) {
        return arguments.url().map(url -> real(url, arguments.token())).orElseGet(() -> fake(arguments.orgData()));
    }

    private static Org real(String url, String token) {
        try {
            Salesforce salesforce = url.startsWith("http:")
                    ? Salesforce.create().allowingLoopback() // a fake org on a port of this machine
                    : Salesforce.create();
            Connection connection = salesforce.connect(url, AccessToken.of(token));
            return new Org(connection.url().toString(), connection, Map.of(), OptionalInt::empty);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Org fake(Path data) {
        FakeOrg org = FakeOrg.create();
        Map<String, RecordId> names = fill(org, data);
        Connection connection =
                Salesforce.over(org.transport()).withClock(org.clock()).connect(org.url(), AccessToken.of(org.token()));
        return new Org(
                "a fake Salesforce org in memory",
                connection,
                names,
                () -> OptionalInt.of(org.calls().count()));
    }

    private static Map<String, RecordId> fill(FakeOrg org, Path data) {
        try {
            return OrgData.read(data).into(org);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new InputException(e.getMessage() + ".", e);
        }
    }
}
