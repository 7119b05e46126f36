package com.spara.sf.client.reliability;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Garbage;
import com.spara.sf.testkit.Spoiled;
import com.spara.sf.testkit.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The faults that the tables of {@code docs/reliability.md} name, by those names. */
final class Faults {

    static final String LATER = "503 JSON, Retry-After 1 h";

    private static final String JSON = "application/json;charset=UTF-8";
    private static final List<String> OF_LOGINS =
            List.of("invalid_grant", "rate_limit_exceeded", "already being processed", "503 service_unavailable");
    private static final List<String> LARGE =
            List.of("endless", "gzip bomb", "number of 1,000,000 digits", "text of 40 MB", "40 MB of white space");
    private static final long BOMB = 10_000_000_000L;

    /** What happens to a whole call. */
    private static final Map<String, Consumer<Trouble>> WIRE = new LinkedHashMap<>();

    /** What happens to one row that is created or updated. */
    private static final Map<String, Consumer<Trouble>> ROW = new LinkedHashMap<>();

    /** What somebody does between the read and the write. */
    private static final Map<String, BiConsumer<FakeOrg, RecordId>> MEANWHILE = new LinkedHashMap<>();

    static {
        connections();
        errors();
        timing();
        bodies();
        rows();
        meanwhile();
    }

    private Faults() {}

    private static void connections() {
        WIRE.put("never sent", Trouble::isNeverSent);
        WIRE.put("never sent, always", trouble -> trouble.isNeverSent().always());
        WIRE.put("request lost", Trouble::losesTheRequest);
        WIRE.put("request lost, always", trouble -> trouble.losesTheRequest().always());
        WIRE.put("answer lost after the commit", Trouble::losesItsAnswerAfterCommit);
        WIRE.put(
                "answer lost, always",
                trouble -> trouble.losesItsAnswerAfterCommit().always());
        WIRE.put("truncated", Trouble::truncatesItsAnswer);
        WIRE.put("truncated, unframed", Trouble::truncatesItsAnswerUnframed);
    }

    private static void errors() {
        WIRE.put("503 JSON", trouble -> busy(trouble));
        WIRE.put("503 JSON, always", trouble -> busy(trouble).always());
        WIRE.put("503 JSON, Retry-After 3 s", trouble -> busy(trouble).withHeader("Retry-After", "3"));
        WIRE.put(LATER, trouble -> busy(trouble).withHeader("Retry-After", "3600"));
        WIRE.put("503 JSON after the commit", trouble -> busy(trouble).afterCommit());
        WIRE.put("503 page", Trouble::answersMaintenancePage);
        WIRE.put("503 page, always", trouble -> trouble.answersMaintenancePage().always());
        WIRE.put(
                "503 page after the commit",
                trouble -> trouble.answersMaintenancePage().afterCommit());
        WIRE.put("500 UNKNOWN_EXCEPTION", trouble -> error(trouble, 500, "UNKNOWN_EXCEPTION"));
        WIRE.put("502 page after the commit", trouble -> page(trouble, 502).afterCommit());
        WIRE.put("429", trouble -> error(trouble, 429, "TOO_MANY_REQUESTS"));
        WIRE.put(
                "429, always",
                trouble -> error(trouble, 429, "TOO_MANY_REQUESTS").always());
        WIRE.put("420 page", trouble -> page(trouble, 420).withHeader("Retry-After", "2"));
        WIRE.put("403 concurrent requests", Trouble::exceedsConcurrentLimit);
        WIRE.put(
                "403 concurrent requests, always",
                trouble -> trouble.exceedsConcurrentLimit().always());
        WIRE.put("403 daily limit", Trouble::usesUpTheCalls);
        WIRE.put("401 once", trouble -> error(trouble, 401, "INVALID_SESSION_ID"));
        WIRE.put(
                "401 twice",
                trouble -> error(trouble, 401, "INVALID_SESSION_ID").times(2));
        WIRE.put("401 page of a proxy", trouble -> page(trouble, 401));
        WIRE.put("410 GONE", trouble -> error(trouble, 410, "GONE"));
        WIRE.put("302 to elsewhere", trouble -> elsewhere(trouble, 302));
        WIRE.put("307 to elsewhere", trouble -> elsewhere(trouble, 307));
        WIRE.put("200 page", trouble -> page(trouble, 200));
        WIRE.put("200 page after the commit", trouble -> page(trouble, 200).afterCommit());
        WIRE.put("invalid_grant", trouble -> trouble.refusesLogin("invalid_grant", "expired access/refresh token"));
        WIRE.put("rate_limit_exceeded", trouble -> trouble.refusesLogin("rate_limit_exceeded", "login rate exceeded"));
        WIRE.put(
                "already being processed",
                trouble -> trouble.refusesLogin("invalid_grant", "token request is already being processed"));
        WIRE.put("503 service_unavailable", trouble -> trouble.refusesLogin(503, "service_unavailable", "try later"));
    }

    private static Trouble busy(Trouble trouble) {
        return error(trouble, 503, "SERVER_UNAVAILABLE");
    }

    /** An error of the whole call, be it that the trouble is for a part. */
    private static Trouble error(Trouble trouble, int status, String code) {
        String body = "[{\"errorCode\":\"" + code + "\",\"message\":\"planned\"}]";
        return trouble.answers(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Trouble page(Trouble trouble, int status) {
        return trouble.answers(status, "text/html", "<html>planned</html>".getBytes(StandardCharsets.UTF_8));
    }

    private static Trouble elsewhere(Trouble trouble, int status) {
        return page(trouble, status).withHeader("Location", "https://elsewhere.example/");
    }

    private static void timing() {
        WIRE.put("commits 3 s late", trouble -> trouble.commitsLate(Duration.ofSeconds(3)));
        WIRE.put("commits 5 min late", trouble -> trouble.commitsLate(Duration.ofMinutes(5)));
        WIRE.put("9 s slow", trouble -> trouble.isSlow(Duration.ofSeconds(9)));
        WIRE.put("slow beyond the deadline", trouble -> trouble.isSlow(Duration.ofMinutes(5)));
        WIRE.put(
                "slow beyond the deadline, always",
                trouble -> trouble.isSlow(Duration.ofMinutes(5)).always());
        WIRE.put("body beyond the deadline", trouble -> trouble.sendsItsBodyLate(Duration.ofMinutes(5)));
    }

    private static void bodies() {
        for (Spoiled spoiled : Spoiled.values()) {
            WIRE.put(words(spoiled.name()), trouble -> trouble.spoilsItsAnswer(spoiled));
        }
        garbage("endless", Garbage.endless());
        garbage("gzip bomb", Garbage.gzipBomb(BOMB));
        garbage("100,000 arrays deep", Garbage.deepJson(100_000));
        garbage("number of 1,000,000 digits", Garbage.hugeNumber(1_000_000));
        garbage("huge exponent", Garbage.hugeExponent());
        garbage("text of 40 MB", Garbage.hugeText(40_000_000));
        garbage("40 MB of white space", Garbage.whiteSpace(40_000_000));
        garbage("contradiction", Garbage.contradiction());
        garbage("half JSON", Garbage.halfJson());
        WIRE.put("cursors die", Trouble::killsTheCursors);
        WIRE.put("cursors die, always", trouble -> trouble.killsTheCursors().always());
    }

    private static void garbage(String name, Garbage garbage) {
        WIRE.put(name, trouble -> trouble.answers(200, garbage).afterCommit());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT)
                .replace("utf_8", "UTF-8")
                .replace("json", "JSON")
                .replace('_', ' ');
    }

    private static void rows() {
        ROW.put("UNABLE_TO_LOCK_ROW", refused("UNABLE_TO_LOCK_ROW"));
        ROW.put("UNABLE_TO_LOCK_ROW, always", refused("UNABLE_TO_LOCK_ROW").andThen(Trouble::always));
        ROW.put("DUPLICATE_VALUE", refused("DUPLICATE_VALUE"));
        ROW.put("DUPLICATES_DETECTED", refused("DUPLICATES_DETECTED"));
        ROW.put("FIELD_CUSTOM_VALIDATION_EXCEPTION", refused("FIELD_CUSTOM_VALIDATION_EXCEPTION"));
        ROW.put(
                "INVALID_FIELD_FOR_INSERT_UPDATE of Phone",
                trouble -> trouble.refuses("INVALID_FIELD_FOR_INSERT_UPDATE", "planned", "Phone"));
        ROW.put("STORAGE_LIMIT_EXCEEDED", refused("STORAGE_LIMIT_EXCEEDED"));
        ROW.put("ENTITY_IS_DELETED", refused("ENTITY_IS_DELETED"));
        ROW.put("PROCESSING_HALTED", refused("PROCESSING_HALTED"));
        ROW.put("a code of the future", refused("CODE_OF_THE_FUTURE"));
    }

    private static Consumer<Trouble> refused(String code) {
        return trouble -> trouble.refuses(code, "planned");
    }

    private static void meanwhile() {
        MEANWHILE.put("the record is deleted", FakeOrg::delete);
        MEANWHILE.put("the record is converted", (org, id) -> org.convert(id));
        MEANWHILE.put("the record is changed", (org, id) -> org.update(id, "Title", "Countess"));
        MEANWHILE.put("the field is filled", (org, id) -> org.update(id, "Phone", "+1", "Company", "Theirs"));
    }

    static boolean isMeanwhile(String name) {
        return MEANWHILE.containsKey(name);
    }

    /** Whether it happens to one row. */
    static boolean isRow(String name) {
        return ROW.containsKey(name);
    }

    /** Plans the fault of that name for one of an operation's calls. */
    static Trouble plan(String name, FakeOrg org, Operation operation) {
        return isRow(name)
                ? plan(name, org.next(operation.row()))
                : plan(name, org.next(operation.call())).after(operation.spared());
    }

    /** Plans the fault of that name. */
    static Trouble plan(String name, Trouble trouble) {
        Consumer<Trouble> planning = isRow(name) ? ROW.get(name) : WIRE.get(name);
        if (planning == null) {
            throw new IllegalArgumentException("no fault is called '" + name + "'");
        }
        planning.accept(trouble);
        return trouble;
    }

    /** Lets it happen to the one record, some time after that was read. */
    static void happen(String name, Host host) {
        host.org.clock().advance(Duration.ofSeconds(2));
        RecordId id = host.leadsOf(Operation.ada()).get(0).id();
        MEANWHILE.get(name).accept(host.org, id);
    }

    /** The names of all. */
    static List<String> names() {
        List<String> names = new ArrayList<>(WIRE.keySet());
        names.addAll(ROW.keySet());
        names.addAll(MEANWHILE.keySet());
        return names;
    }

    /** The names of those that calls for data can meet and that take little time to play. */
    static List<String> ofData() {
        List<String> names = new ArrayList<>(WIRE.keySet());
        names.removeAll(OF_LOGINS);
        names.removeAll(LARGE);
        names.addAll(ROW.keySet());
        return names;
    }
}
