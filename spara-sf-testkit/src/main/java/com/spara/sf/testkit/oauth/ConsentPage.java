package com.spara.sf.testkit.oauth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page on which a person lets an app in or not, as one of the org's users. */
final class ConsentPage {
    static final String USER = "user";
    static final String DECISION = "decision";
    static final String ALLOW = "Allow";
    static final String DENY = "Deny";
    private static final Set<String> OWN_FIELDS = Set.of(USER, DECISION);
    private static final String STYLE = "body{font-family:sans-serif;max-width:32em;margin:3em auto;padding:0 1em}"
            + "select,button{font-size:1em;padding:.4em .8em;margin:.4em .4em .4em 0}";

    private final Code.Consent consent;
    private final Map<String, String> asked;

    ConsentPage(Code.Consent consent, Map<String, String> asked) {
        this.consent = consent;
        this.asked = asked;
    }

    /** The page with the form; one of the users is chosen already. */
    String html(List<Person> users, String chosen) {
        String scopes = consent.scopes().names().stream()
                .map(scope -> "<li>" + Html.escaped(scope) + "</li>\n")
                .collect(Collectors.joining());
        String options = users.stream().map(user -> option(user, chosen)).collect(Collectors.joining());
        return document(
                "Allow access?",
                "<p>The app <strong>" + Html.escaped(consent.app().key())
                        + "</strong> asks for:</p>\n<ul>\n" + scopes + "</ul>\n"
                        + "<form method=\"post\" action=\"/services/oauth2/authorize\">\n" + hidden()
                        + "<p><label>Log in as <select name=\"" + USER + "\">\n" + options + "</select></label></p>\n"
                        + button(ALLOW) + button(DENY) + "</form>\n");
    }

    /** A page for a mistake that must not be told to the place that the request names. */
    static String error(String code, String description) {
        return document(
                "This did not work",
                "<p>error=" + Html.escaped(code) + "&amp;error_description=" + Html.escaped(description) + "</p>\n");
    }

    private static String document(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                + " (fake org)</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n" + body
                + "</body>\n</html>\n";
    }

    private String hidden() {
        return asked.entrySet().stream()
                .filter(field -> !OWN_FIELDS.contains(field.getKey()))
                .map(field -> "<input type=\"hidden\" name=\"" + Html.escaped(field.getKey()) + "\" value=\""
                        + Html.escaped(field.getValue()) + "\">\n")
                .collect(Collectors.joining());
    }

    private static String option(Person user, String chosen) {
        String selected = user.username().equalsIgnoreCase(chosen) ? " selected" : "";
        return "<option value=\"" + Html.escaped(user.id()) + "\"" + selected + ">"
                + Html.escaped(user.text("Name") + " (" + user.username() + ")") + "</option>\n";
    }

    private static String button(String decision) {
        return "<button type=\"submit\" name=\"" + DECISION + "\" value=\"" + decision + "\">" + decision
                + "</button>\n";
    }
}
