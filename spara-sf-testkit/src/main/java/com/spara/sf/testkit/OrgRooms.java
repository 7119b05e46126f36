package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.oauth.Authority;
import com.spara.sf.testkit.oauth.Domain;
import com.spara.sf.testkit.oauth.Sessions;
import com.spara.sf.testkit.records.Conversions;
import com.spara.sf.testkit.records.OrgSetup;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.records.SaveError;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.rest.Gateway;
import com.spara.sf.testkit.rest.InProcessTransport;
import com.spara.sf.testkit.rest.LoopbackServer;
import com.spara.sf.testkit.rest.Org;
import com.spara.sf.testkit.rest.Port;
import com.spara.sf.testkit.schema.SObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins the rooms of one org, and speaks their language for the facade. */
final class OrgRooms {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Set<String> SET_UP =
            Set.of("AssignmentRule", "Group", "LeadStatus", "Organization", "Profile", "QueueSobject", "User");

    private final FakeClock clock = FakeClock.at(START);
    private final CallLedger ledger = new CallLedger();
    private final OrgClock orgClock = new OrgClock(clock);
    private final TroublePlan trouble = new TroublePlan(ledger, orgClock);
    private final Map<RecordId, String> tokens = new ConcurrentHashMap<>();
    private final Records records;
    private final OrgSetup setup;
    private final Authority authority;
    private final Org org;
    private final Gateway gateway;

    OrgRooms(String domain) {
        this.records = new Records(orgClock);
        this.setup = new OrgSetup(records, requireDomain(domain));
        this.authority = new Authority(records, setup, new Domain(domain));
        this.org = new Org(records);
        this.gateway = new Gateway(org, authority, trouble);
        records.rules().gate(trouble);
        clock.onMove(records.time()::pass);
    }

    static String requireDomain(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException(
                    "an org's name is of small letters, digits and hyphens, not " + domain + "; try acme");
        }
        return domain;
    }

    FakeClock clock() {
        return clock;
    }

    CallLedger ledger() {
        return ledger;
    }

    Records records() {
        return records;
    }

    OrgSetup setup() {
        return setup;
    }

    Authority authority() {
        return authority;
    }

    Logins logins() {
        return new Logins(this);
    }

    URI url() {
        return authority.domain().url();
    }

    InProcessTransport transport() {
        return new InProcessTransport(gateway, authority.domain(), clock::advance);
    }

    FakeServer serve(Port port) {
        return new FakeServer(new LoopbackServer(gateway, new OrgPage(this), port));
    }

    String token(RecordId user) {
        Sessions sessions = authority.sessions();
        return tokens.compute(
                user, (id, old) -> old != null && sessions.isLive(old) ? old : sessions.issue(id.value()));
    }

    void revokeTokens() {
        authority.sessions().endAll();
        tokens.clear();
    }

    void pageSize(int rows) {
        org.pageSize(rows);
    }

    Trouble next(Call call) {
        call.savedObject().ifPresent(object -> records.schema().require(object));
        return trouble.add(new Trouble(call));
    }

    List<Trouble> unmetTrouble() {
        return trouble.unmet();
    }

    List<MetTrouble> metTrouble() {
        return trouble.met();
    }

    Org org() {
        return org;
    }

    RecordId add(String object, Map<String, ?> fields) {
        SObject type = records.schema().require(object);
        return RecordId.of(refusable("add a " + type, () -> records.create(type, fields, admin())));
    }

    void update(RecordId id, Map<String, ?> fields) {
        run(rules -> rules.update(id.value(), fields, admin()));
    }

    <T> T commitLate(Duration delay, Supplier<T> work) {
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("a late commit comes later, not after " + delay);
        }
        return records.time().commitLate(delay, work);
    }

    Conversion convert(RecordId lead, @Nullable String account, @Nullable String contact) {
        Conversions.Result result = refusable(
                "convert the lead", () -> new Conversions(records, admin()).convert(lead.value(), account, contact));
        return new Conversion(
                lead,
                RecordId.of(result.accountId()),
                RecordId.of(result.contactId()),
                RecordId.of(result.opportunityId()));
    }

    /** Converts into records that are there and stay as they are. */
    void convert(Conversion made) {
        Conversions.Result into = new Conversions.Result(
                made.accountId().value(),
                made.contactId().value(),
                made.opportunityId().value());
        run(rules -> new Conversions(records, admin()).convert(made.leadId().value(), into));
    }

    void run(Consumer<Records> work) {
        refusable("do this", () -> {
            work.accept(records);
            return records;
        });
    }

    private static <T> T refusable(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            throw new IllegalArgumentException(
                    "the org refuses to " + what + ": " + e.error().statusCode() + " " + about(e.error())
                            + "send what a real org would take",
                    e);
        }
    }

    private static String about(SaveError error) {
        return error.message().startsWith("No such column")
                ? "(" + error.message() + "); add the field by addField(..), or "
                : error.fields() + "; ";
    }

    private SaveOptions admin() {
        return SaveOptions.admin(setup.adminId());
    }

    RecordId assignBy(String object, AssignmentRule rule) {
        records.assignBy(object, row -> {
            RecordId owner = rule.ownerOf(new FakeRecord(row));
            return owner == null ? null : owner.value();
        });
        return RecordId.of(setup.addAssignmentRule(object));
    }

    FakeRecord record(RecordId id) {
        return records.find(id.value())
                .map(FakeRecord::new)
                .orElseThrow(() -> new IllegalArgumentException("this org has no record " + id));
    }

    List<FakeRecord> live(String object) {
        return records.exclusively(() -> records.rows(records.schema().require(object))
                .filter(row -> !row.isDeleted())
                .map(FakeRecord::new)
                .toList());
    }

    /** The objects that people work with. */
    Stream<SObject> workObjects() {
        return records.schema().objects().stream().filter(type -> !SET_UP.contains(type.name()));
    }

    String describe() {
        String tables = workObjects()
                .map(SObject::name)
                .filter(name -> !live(name).isEmpty())
                .map(name -> RecordTable.of(name, live(name)) + System.lineSeparator())
                .collect(Collectors.joining());
        return tables + ledger;
    }

    static Map<String, @Nullable Object> pairs(@Nullable Object... fieldsAndValues) {
        if (fieldsAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("each field name needs a value after it; the last one has none");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put(Objects.toString(fieldsAndValues[i]), fieldsAndValues[i + 1]);
        }
        return fields;
    }
}
