package com.spara.sf.testkit.oauth;

import com.spara.sf.testkit.records.OrgSetup;
import com.spara.sf.testkit.records.Records;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the endpoints of one org share and remember. */
public final class Authority {
    private final Clock clock;
    private final String organizationId;
    private final Domain domain;
    private final Sessions sessions;
    private final Grants grants;
    private final LoginPolicy policy;
    private final People people;
    private final Codes codes;
    private final Map<String, App> apps = new LinkedHashMap<>();
    private @Nullable String signedIn;

    public Authority(Records records, OrgSetup setup, Domain domain) {
        this.clock = records.clock();
        this.organizationId = setup.organizationId();
        this.domain = domain;
        this.sessions = new Sessions(organizationId, clock);
        this.grants = new Grants(clock, sessions);
        this.policy = new LoginPolicy(records);
        this.people = new People(records);
        this.codes = new Codes(clock);
    }

    /** The app of this consumer key, registered now unless it is there. */
    public App app(String key) {
        return apps.computeIfAbsent(key, App::new);
    }

    Optional<App> knownApp(String key) {
        return Optional.ofNullable(apps.get(key));
    }

    public Sessions sessions() {
        return sessions;
    }

    public LoginPolicy policy() {
        return policy;
    }

    public Domain domain() {
        return domain;
    }

    /** The session of a good token of an active user; it lasts longer for being used. */
    public Optional<Session> use(String token) {
        return find(token).flatMap(session -> sessions.use(session.token()));
    }

    /** The session of a good token of an active user; looking does not make it last. */
    Optional<Session> find(String token) {
        return sessions.find(token)
                .filter(session ->
                        people.find(session.userId()).filter(Person::isActive).isPresent());
    }

    /** Gives the org another address; nobody stays connected. */
    public void moveTo(String name) {
        domain.rename(name);
        sessions.endAll();
    }

    /** All grants that there ever were, in order. */
    public List<Grant> grants() {
        return grants.all();
    }

    public boolean isLive(Grant grant) {
        return grants.isLive(grant);
    }

    public void end(Grant grant) {
        grants.end(grant);
    }

    /** The refresh token of a user who lets the app in, without a browser. */
    public String connect(App app, String userId) {
        Person person =
                people.find(userId).orElseThrow(() -> new IllegalArgumentException("this org has no user " + userId));
        return grants.open(person, new Approval(app, app.scopes(), null)).token();
    }

    /** Who sits at the browser; null when nobody is logged in there. */
    public void signIn(@Nullable String userId) {
        signedIn = userId;
    }

    Optional<Person> signedIn() {
        return Optional.ofNullable(signedIn).flatMap(people::find);
    }

    /** Whether the user has let the app in already, or an admin has. */
    boolean isApproved(App app, Person person) {
        return app.isApprovedFor(person.id())
                || !app.is(App.Trait.ADMIN_APPROVED_ONLY) && grants.hasLive(app, person.id());
    }

    /** Throws unless the user may log in now, and use the app. */
    void admit(App app, Person person) {
        policy.admit(person);
        if (app.is(App.Trait.ADMIN_APPROVED_ONLY) && !app.isApprovedFor(person.id())) {
            throw new OauthException("invalid_app_access", "user is not admin approved to access this app");
        }
    }

    Grants openGrants() {
        return grants;
    }

    People people() {
        return people;
    }

    Codes codes() {
        return codes;
    }

    Clock clock() {
        return clock;
    }

    String organizationId() {
        return organizationId;
    }

    /** Where it is told, to those who asked at the origin, who the session belongs to. */
    public String identityUrl(Session session, Origin asked) {
        return IdentityEndpoint.url(this, asked, session.userId());
    }
}
