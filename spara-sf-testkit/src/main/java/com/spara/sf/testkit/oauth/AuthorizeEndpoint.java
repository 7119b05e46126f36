package com.spara.sf.testkit.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /services/oauth2/authorize}: a page on a GET, a way back to the app with a code or an error on its POST. */
final class AuthorizeEndpoint implements Endpoint {
    private static final Set<String> PROMPTS = Set.of("login", "consent", "select_account");

    private final Authority authority;

    AuthorizeEndpoint(Authority authority) {
        this.authority = authority;
    }

    @Override
    public OauthAnswer answer(OauthRequest request) {
        try {
            App app = request.parameter("client_id")
                    .flatMap(authority::knownApp)
                    .orElseThrow(OauthException::unknownClient);
            return answer(request, app, requireRedirect(request, app));
        } catch (OauthException e) {
            return e.isGap()
                    ? e.answer()
                    : OauthAnswer.page(OauthAnswer.BAD_REQUEST, ConsentPage.error(e.error(), e.description()));
        }
    }

    private static String requireRedirect(OauthRequest request, App app) {
        String redirect = request.parameter("redirect_uri")
                .orElseThrow(() -> new OauthException("redirect_uri_missing", "redirect_uri missing"));
        if (!app.callsBackAt(redirect)) {
            throw new OauthException("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        return redirect;
    }

    /** From here on the app is told what is wrong with its request. */
    private OauthAnswer answer(OauthRequest request, App app, String redirect) {
        try {
            Code.Consent consent = consent(request, app, redirect);
            if (request.isPost()) {
                return decided(request, consent);
            }
            return request.parameter("immediate").filter("true"::equals).isPresent()
                    ? immediate(request, consent)
                    : page(request, consent);
        } catch (OauthException e) {
            if (e.isGap()) {
                throw e;
            }
            Map<String, String> members = new LinkedHashMap<>();
            members.put("error", e.error());
            members.put("error_description", e.description());
            return back(request, redirect, members);
        }
    }

    private Code.Consent consent(OauthRequest request, App app, String redirect) {
        authority.policy().requireOpenOrg();
        if (app.is(App.Trait.NOT_INSTALLED)) {
            throw new OauthException("OAUTH_EC_APP_NOT_FOUND", "External client app is not installed in this org");
        }
        if (!request.parameter("response_type").filter("code"::equals).isPresent()) {
            throw new OauthException("unsupported_response_type", "response type must be code");
        }
        if (!PROMPTS.containsAll(
                Scopes.parse(request.parameter("prompt").orElse("")).names())) {
            throw OauthException.invalidRequest("invalid prompt");
        }
        return new Code.Consent(app, redirect, scopes(request, app), Pkce.challenge(app, request));
    }

    private static Scopes scopes(OauthRequest request, App app) {
        Scopes asked = request.parameter("scope").map(Scopes::parse).orElse(app.scopes());
        if (!app.scopes().allow(asked)) {
            throw new OauthException("invalid_scope", "the requested scope is not allowed");
        }
        return asked.withoutIdToken();
    }

    private OauthAnswer page(OauthRequest request, Code.Consent consent) {
        String chosen = request.parameter("login_hint")
                .or(() -> authority.signedIn().map(Person::username))
                .orElse("");
        return OauthAnswer.page(
                OauthAnswer.OK,
                new ConsentPage(consent, request.parameters())
                        .html(authority.people().active(), chosen));
    }

    private OauthAnswer immediate(OauthRequest request, Code.Consent consent) {
        Person person = authority
                .signedIn()
                .filter(one -> authority.isApproved(consent.app(), one))
                .orElseThrow(() -> new OauthException("immediate_unsuccessful", "immediate unsuccessful"));
        return allowed(request, consent, person);
    }

    private OauthAnswer decided(OauthRequest request, Code.Consent consent) {
        String decision = request.form(ConsentPage.DECISION).orElse("");
        if (decision.equals(ConsentPage.DENY)) {
            throw new OauthException("access_denied", "end-user denied authorization");
        }
        if (!decision.equals(ConsentPage.ALLOW)) {
            return page(request, consent);
        }
        Person person = request.form(ConsentPage.USER)
                .flatMap(authority.people()::find)
                .orElseThrow(() -> OauthException.invalidGrant("authentication failure"));
        return allowed(request, consent, person);
    }

    private OauthAnswer allowed(OauthRequest request, Code.Consent consent, Person person) {
        authority.admit(consent.app(), person);
        return back(
                request, consent.redirectUri(), Map.of("code", authority.codes().issue(consent, person)));
    }

    private static OauthAnswer back(OauthRequest request, String redirect, Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        request.parameter("state").ifPresent(state -> all.put("state", state));
        String query = all.entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return OauthAnswer.redirect(redirect + (redirect.indexOf('?') < 0 ? "?" : "&") + query);
    }
}
