package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.rest.Visit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which call a planned trouble is for. {@link #any()}, {@link #read()}, {@link #write()} and {@link #resource(String)}
 * mean a whole HTTP call; {@link #create(String)}, {@link #update(String)} and {@link #query()} also a part of a
 * composite. All of these mean calls for data: {@link #token()}, {@link #token(String)}, {@link #revoke()} and {@link
 * #authorize()} alone mean calls for logging in. Immutable and thread-safe.
 */
public final class Call {
    private final String name;
    private final Predicate<Visit> matches;
    private final @Nullable Rows rows;
    private final @Nullable Predicate<OauthRequest> login;
    private final boolean wholeRequests;

    private Call(String name, Predicate<Visit> matches, @Nullable Rows rows, boolean wholeRequests) {
        this.name = name;
        this.matches = matches;
        this.rows = rows;
        this.login = null;
        this.wholeRequests = wholeRequests;
    }

    private Call(String name, Predicate<OauthRequest> login) {
        this.name = name;
        this.matches = visit -> false;
        this.rows = null;
        this.login = login;
        this.wholeRequests = true;
    }

    /** The records that a call saves; all of the object, until some are picked. */
    private record Rows(
            String object, boolean creates, @Nullable Predicate<FakeRecord> picked) {
        boolean match(Row row, boolean isCreate) {
            return creates == isCreate
                    && row.type().name().equalsIgnoreCase(object)
                    && (picked == null || picked.test(new FakeRecord(row)));
        }

        Rows pick(Predicate<FakeRecord> some) {
            return new Rows(object, creates, picked == null ? some : picked.and(some));
        }
    }

    /** The object whose records the call saves, where it is one object. */
    Optional<String> savedObject() {
        return Optional.ofNullable(rows).map(Rows::object);
    }

    private static Call whole(String name, Predicate<Visit> matches) {
        return new Call(name, visit -> !visit.isPart() && matches.test(visit), null, true);
    }

    /** {@return every call for data, none for logging in} */
    public static Call any() {
        return whole("any call", visit -> true);
    }

    /** {@return calls that change nothing, a composite of nothing but reads among them} */
    public static Call read() {
        return whole("a read", Visit::isRead);
    }

    /** {@return calls that may change something} */
    public static Call write() {
        return whole("a write", visit -> !visit.isRead());
    }

    /**
     * Returns calls of one resource.
     *
     * @param path the path below the version, for example {@code composite} or {@code sobjects/Lead/describe}
     * @return the matcher
     */
    public static Call resource(String path) {
        return whole("a call of " + path, visit -> visit.resource().equals(path));
    }

    /**
     * Returns requests that create records of the object, one or many.
     *
     * @param object the API name, for example {@code Lead}
     * @return the matcher
     */
    public static Call create(String object) {
        return new Call("a create of " + object, visit -> visit.creates(object), new Rows(object, true, null), true);
    }

    /**
     * Returns requests that update records of the object, one or many.
     *
     * @param object the API name, for example {@code Lead}
     * @return the matcher
     */
    public static Call update(String object) {
        return new Call("an update of " + object, visit -> visit.updates(object), new Rows(object, false, null), true);
    }

    /** {@return queries, and pages of queries} */
    public static Call query() {
        return new Call("a query", Visit::isQuery, null, true);
    }

    /** {@return requests for tokens, by whichever grant type} */
    public static Call token() {
        return new Call("a token request", request -> request.resource().equals("oauth2/token"));
    }

    /**
     * Returns requests for tokens by one grant type.
     *
     * @param grantType the type as it is sent, for example {@code refresh_token}
     * @return the matcher
     */
    public static Call token(String grantType) {
        return new Call(
                "a token request by " + grantType,
                request -> request.resource().equals("oauth2/token")
                        && request.grantType().filter(grantType::equals).isPresent());
    }

    /** {@return requests to revoke a token} */
    public static Call revoke() {
        return new Call("a revocation", request -> request.resource().equals("oauth2/revoke"));
    }

    /** {@return requests of a browser for the page of consent, and answers given on it} */
    public static Call authorize() {
        return new Call("an authorization", request -> request.resource().equals("oauth2/authorize"));
    }

    /**
     * Returns this create or update so that it means only some records, which can then be refused.
     *
     * @param picked whether a record, with the values that were sent, is meant; may be asked more than once for a record,
     *     so it only looks and changes nothing
     * @return the matcher
     * @throws IllegalStateException if this is another call, which is not about records
     */
    public Call where(Predicate<FakeRecord> picked) {
        if (rows == null) {
            throw new IllegalStateException("only Call.create and Call.update are about records, not " + name);
        }
        return new Call(name + " that was picked", matches, rows.pick(picked), false);
    }

    /**
     * Returns this update so that it means one record: requests that name its Id, and the record when it is refused.
     *
     * @param id the record's Id
     * @return the matcher
     * @throws IllegalStateException if this is another call, which names no record
     */
    public Call row(RecordId id) {
        if (rows == null || rows.creates) {
            throw new IllegalStateException("only Call.update names a record by its Id, not " + name);
        }
        Rows one = rows.pick(record -> record.id().equals(id));
        return new Call(name + " " + id, visit -> matches.test(visit) && visit.names(id), one, wholeRequests);
    }

    boolean matches(Visit visit) {
        return matches.test(visit);
    }

    boolean matches(OauthRequest request) {
        return login != null && login.test(request);
    }

    boolean isLogin() {
        return login != null;
    }

    boolean matches(Row row, boolean isCreate) {
        return rows != null && rows.match(row, isCreate);
    }

    boolean isOfRows() {
        return rows != null;
    }

    boolean picksRows() {
        return !wholeRequests;
    }

    @Override
    public String toString() {
        return name;
    }
}
