package com.spara.sf.orgcheck;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line, checked. */
final class Arguments {
    static final String HELP = """
        Asks a Salesforce org what no document settles, with records that it makes and deletes.
        Use a Developer Edition org, or another one that nobody works in.

          --url URL       the org's address, for example https://yourcompany.my.salesforce.com
          --token TOKEN   an access token of that org
          --app KEY       the consumer key of an app of that org; one question more is asked then
          --secret TEXT   that app's consumer secret
          --help          print this

        Without --url, the environment's SALESFORCE_URL is used; without --token, its SALESFORCE_TOKEN; without
        --app and --secret, its SALESFORCE_APP and SALESFORCE_SECRET.

        Exit code: 0 when every question was answered, 1 when one could not be told or the org could not be
        used, 2 when an option is wrong.
        """;

    private static final String HELP_OPTION = "--help";
    private static final Map<String, String> VARIABLES = Map.of(
            "--url", "SALESFORCE_URL",
            "--token", "SALESFORCE_TOKEN",
            "--app", "SALESFORCE_APP",
            "--secret", "SALESFORCE_SECRET");

    private final Map<String, String> given;
    private final Map<String, String> environment;

    private Arguments(Map<String, String> given, Map<String, String> environment) {
        this.given = given;
        this.environment = environment;
    }

    static Arguments of(List<String> words, Map<String, String> environment) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); ) {
            i += take(words, i, given);
        }
        return new Arguments(given, environment);
    }

    /** Takes an option with its value, which may follow or be joined by an equals sign; returns how many words those are. */
    private static int take(List<String> words, int at, Map<String, String> given) {
        String word = words.get(at);
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        if (word.equals(HELP_OPTION)) {
            given.put(option, "");
            return 1;
        }
        requireKnown(option, at);
        boolean follows = equals < 0 && at + 1 < words.size();
        put(given, option, equals >= 0 ? word.substring(equals + 1) : follows ? words.get(at + 1) : "");
        return follows ? 2 : 1;
    }

    private static void requireKnown(String option, int at) {
        if (!VARIABLES.containsKey(option)) {
            throw new UsageException(
                    "Word " + (at + 1) + " of the command line is not an option of this program; --help lists them.");
        }
    }

    private static void put(Map<String, String> given, String option, String value) {
        if (value.isBlank() || VARIABLES.containsKey(value) || value.equals(HELP_OPTION)) {
            throw new UsageException("The option " + option + " needs a value.");
        }
        if (given.put(option, value) != null) {
            throw new UsageException("The option " + option + " is given twice.");
        }
    }

    boolean isHelp() {
        return given.containsKey(HELP_OPTION);
    }

    /** The org's origin; takes whatever the library itself takes for an address. */
    URI url() {
        try {
            String url = required("--url");
            Salesforce salesforce = url.startsWith("http:")
                    ? Salesforce.create().allowingLoopback() // a fake org on a port of this machine
                    : Salesforce.create();
            return salesforce.connect(url, AccessToken.of(token())).url();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    String token() {
        return required("--token");
    }

    /** The app as forms name it; empty if none is given. */
    Map<String, String> app() {
        return optional("--app").isEmpty() && optional("--secret").isEmpty()
                ? Map.of()
                : Map.of("client_id", required("--app"), "client_secret", required("--secret"));
    }

    private String required(String option) {
        return optional(option)
                .orElseThrow(() -> new UsageException("There is no " + option + "; give it, or set "
                        + VARIABLES.get(option) + ". --help tells more."));
    }

    private Optional<String> optional(String option) {
        return Optional.ofNullable(given.get(option))
                .or(() -> Optional.ofNullable(environment.get(VARIABLES.getOrDefault(option, ""))))
                .filter(value -> !value.isBlank());
    }
}
