package com.spara.sf.testkit.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is told about a user, in the words of OpenID and in Salesforce's own. */
final class Documents {
    private final Authority authority;
    private final Origin origin;

    Documents(Authority authority, Origin origin) {
        this.authority = authority;
        this.origin = origin;
    }

    OauthAnswer claims(Person person) {
        Map<String, Object> claims = common(person);
        claims.put("sub", IdentityEndpoint.url(authority, origin, person.id()));
        claims.put("preferred_username", person.username());
        claims.put("name", person.text("Name"));
        claims.put("given_name", person.text("FirstName"));
        claims.put("family_name", person.text("LastName"));
        claims.put("zoneinfo", person.text("TimeZoneSidKey"));
        return OauthAnswer.json(OauthAnswer.OK, claims);
    }

    OauthAnswer identity(Person person) {
        Map<String, Object> identity = common(person);
        identity.put("id", IdentityEndpoint.url(authority, origin, person.id()));
        identity.put("asserted_user", true);
        identity.put("username", person.username());
        identity.put("display_name", person.text("Name"));
        identity.put("first_name", person.text("FirstName"));
        identity.put("last_name", person.text("LastName"));
        identity.put("timezone", person.text("TimeZoneSidKey"));
        identity.put("urls", urls());
        return OauthAnswer.json(OauthAnswer.OK, identity);
    }

    private Map<String, Object> common(Person person) {
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("user_id", person.id());
        common.put("organization_id", authority.organizationId());
        common.put("email", person.text("Email"));
        common.put("active", person.isActive());
        common.put("locale", person.text("LocaleSidKey"));
        common.put("language", person.text("LanguageLocaleKey"));
        return common;
    }

    private Map<String, Object> urls() {
        String data = authority.domain().instanceUrl(origin) + "/services/data/v{version}/";
        Map<String, Object> urls = new LinkedHashMap<>();
        urls.put("rest", data);
        urls.put("sobjects", data + "sobjects/");
        urls.put("query", data + "query/");
        return urls;
    }
}
