package com.spara.sf.client.check;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.Identity;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.connect.WhoAmI;
import com.spara.sf.connect.WhoAmI.Fact;
import com.spara.sf.connect.WhoAmI.Right;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.Problem.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks who is connected and what that user may do: the user, the org and three describes in one call. */
public final class UserCheck {

    private static final List<String> OBJECTS = List.of("Lead", "Contact", "Account");

    private final Composite composite;
    private final Describes describes;
    private final CallMeter meter;

    /** Makes one for an org. */
    public UserCheck(Composite composite, Describes describes, CallMeter meter) {
        this.meter = meter;
        this.composite = composite;
        this.describes = describes;
    }

    /**
     * Asks; one call more where the user is not known.
     *
     * @param known who is connected to which org, empty texts where that is not known
     * @throws CallFailure if the org cannot be used
     */
    public WhoAmI ask(SyncSettings settings, Identity known, URI url) {
        Identity asking = known.isKnown() ? known : askForIdentity();
        RecordId user = RecordId.of(asking.userId());
        List<RestRequest> requests = new ArrayList<>();
        requests.add(query("SELECT Name, Username, Email FROM User WHERE " + SoqlText.in("Id", List.of(user.value()))));
        requests.add(query("SELECT Id, Name FROM Organization"));
        OBJECTS.forEach(object -> requests.add(describes.request(composite.root(), object)));
        List<RestAnswer> answers = composite.send(requests, meter);
        if (answers.stream().anyMatch(answer -> answer.status() == 0)) {
            throw CallFailure.notDone(incomplete());
        }
        for (int i = 0; i < OBJECTS.size(); i++) {
            describes.learn(OBJECTS.get(i), answers.get(i + 2));
        }
        JsonView organization = row(answers.get(1));
        String organizationId = organization.at("Id").text().orElse(asking.organizationId());
        WhoAmI who = WhoAmI.of(url, organizationId, user);
        return withRights(withFacts(who, row(answers.get(0)), organization)).with(problems(settings));
    }

    /** The root of the API names the identity of whoever asks (REST API Developer Guide, "Resources by Version"). */
    private Identity askForIdentity() {
        RestAnswer root = composite.sendAlone(RestRequest.get(composite.root() + "/"), meter);
        Identity identity = Identity.of(root.body().at("identity").textOrEmpty());
        if (!identity.isKnown()) {
            throw CallFailure.notDone(new OrgUnreachableException(
                    Reason.of(ReasonCode.NOT_UNDERSTOOD, "Salesforce did not say who is connected. Try again later."),
                    null));
        }
        return identity;
    }

    private static OrgUnreachableException incomplete() {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.ANSWER_INCOMPLETE,
                        "Salesforce did not answer all that was asked, so nothing is known of the user. Try again later."),
                null);
    }

    private RestRequest query(String soql) {
        return RestRequest.get(composite.root() + "/query?q=" + SoqlText.asParameter(soql));
    }

    private static JsonView row(RestAnswer answer) {
        return answer.body().at("records").items().stream().findFirst().orElse(JsonView.of(null));
    }

    private static WhoAmI withFacts(WhoAmI who, JsonView user, JsonView organization) {
        WhoAmI known = with(who, Fact.USER_NAME, user.at("Name"));
        known = with(known, Fact.USERNAME, user.at("Username"));
        known = with(known, Fact.USER_EMAIL, user.at("Email"));
        return with(known, Fact.ORGANIZATION_NAME, organization.at("Name"));
    }

    private static WhoAmI with(WhoAmI who, Fact fact, JsonView value) {
        return value.text().map(text -> who.with(fact, text)).orElse(who);
    }

    private WhoAmI withRights(WhoAmI who) {
        WhoAmI known = who;
        for (String object : OBJECTS) {
            known = describes.of(object).isPresent() || describes.isRefused(object)
                    ? known.with(object, rights(object))
                    : known;
        }
        return known;
    }

    private Set<Right> rights(String object) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        describes.of(object).ifPresent(known -> {
            add(rights, Right.READ, known.isQueryable());
            add(rights, Right.CREATE, known.isCreateable());
            add(rights, Right.EDIT, known.isUpdateable());
        });
        return rights;
    }

    private static void add(Set<Right> rights, Right right, boolean allowed) {
        if (allowed) {
            rights.add(right);
        }
    }

    private List<Problem> problems(SyncSettings settings) {
        List<Problem> problems = new ArrayList<>(SettingsCheck.of(settings, describes));
        if (describes.of("Account").filter(ObjectDescribe::isQueryable).isEmpty()) {
            problems.add(Problem.with(Severity.WARNING, "Account", whyNoAccounts()));
        }
        return problems;
    }

    private Reason whyNoAccounts() {
        return describes.of("Account").isPresent() || describes.isRefused("Account")
                ? Reason.of(
                        ReasonCode.NO_RIGHT,
                        "The connected user may not see Accounts, so no Account data comes. Give the user Read on Accounts.")
                : SettingsCheck.notAsked();
    }
}
