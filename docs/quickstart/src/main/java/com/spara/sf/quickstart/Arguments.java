package com.spara.sf.quickstart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line, checked. Messages repeat names of options and never their values, one of which is a token. */
final class Arguments {
    static final String HELP = """
        Pushes leads from a JSON file into Salesforce, and prints what became of each.

          --leads FILE      the leads; otherwise leads.json beside the quickstart's pom.xml
          --settings FILE   what is written, and how; otherwise settings.json there
          --org-data FILE   what is in the fake org before; otherwise org.json there
          --plan            show what a push would do, and write nothing
          --json            print the results for programs
          --url URL         use a real org, for example https://yourcompany.my.salesforce.com
          --token TOKEN     an access token of that org
          --help            print this

        Without --url, the environment's SALESFORCE_URL is used; without --token, its SALESFORCE_TOKEN. Without
        either address, the leads go into a fake org in memory. A real org asks for leads of your own.

        Exit code: 0 when every lead has a result, 1 when the org could not be used, 2 when a file or an option
        is wrong.
        """;

    private static final Set<String> VALUES = Set.of("--leads", "--settings", "--org-data", "--url", "--token");
    private static final Set<String> FLAGS = Set.of("--plan", "--json", "--help");
    private static final String URL_VARIABLE = "SALESFORCE_URL";
    private static final String TOKEN_VARIABLE = "SALESFORCE_TOKEN";

    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final Path folder;

    private Arguments(Map<String, String> given, Map<String, String> environment, Path folder) {
        this.given = given;
        this.environment = environment;
        this.folder = folder;
    }

    /** The folder holds the files that are used when no other is given. */
    static Arguments of(List<String> words, Map<String, String> environment, Path folder) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); ) {
            i += take(words, i, given);
        }
        Arguments arguments = new Arguments(given, environment, folder);
        arguments.requireSense();
        return arguments;
    }

    private static int take(List<String> words, int at, Map<String, String> given) {
        String word = words.get(at);
        if (!word.startsWith("--")) {
            throw new InputException("Word " + (at + 1) + " of the command line is not an option; --help lists them.");
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        requireKnown(name, equals >= 0);
        if (FLAGS.contains(name)) {
            put(given, name, "");
            return 1;
        }
        put(given, name, equals < 0 ? following(words, at) : word.substring(equals + 1));
        return equals < 0 ? 2 : 1;
    }

    private static void requireKnown(String name, boolean hasValue) {
        if (!VALUES.contains(name) && !FLAGS.contains(name)) {
            throw new InputException("There is no option " + name + "; --help lists them.");
        }
        if (FLAGS.contains(name) && hasValue) {
            throw new InputException("The option " + name + " takes no value.");
        }
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (VALUES.contains(name) && value.isBlank()) {
            throw new InputException("The option " + name + " needs a value.");
        }
        if (given.put(name, value) != null) {
            throw new InputException("The option " + name + " is given twice.");
        }
    }

    private static String following(List<String> words, int at) {
        boolean missing = at + 1 == words.size() || words.get(at + 1).startsWith("--");
        return missing ? "" : words.get(at + 1);
    }

    private void requireSense() {
        if (isHelp()) {
            return;
        }
        if (given.containsKey("--url") && given.containsKey("--org-data")) {
            throw new InputException("--org-data fills the fake org, and --url asks for a real one; give one of them.");
        }
        if (given.containsKey("--token") && url().isEmpty()) {
            throw new InputException(
                    "--token is of a real org; give its address with --url, or in " + URL_VARIABLE + ".");
        }
        if (url().isPresent() && !given.containsKey("--leads")) {
            throw new InputException("The sample's people are invented and do not belong into a real org;"
                    + " give leads of your own with --leads.");
        }
    }

    boolean isHelp() {
        return given.containsKey("--help");
    }

    boolean isPlan() {
        return given.containsKey("--plan");
    }

    boolean isJson() {
        return given.containsKey("--json");
    }

    Path leads() {
        return file("--leads", "leads.json");
    }

    Path settings() {
        return file("--settings", "settings.json");
    }

    Path orgData() {
        return file("--org-data", "org.json");
    }

    private Path file(String option, String otherwise) {
        return Optional.ofNullable(given.get(option)).map(Path::of).orElseGet(() -> folder.resolve(otherwise));
    }

    /** The real org's address, or empty for the fake org. */
    Optional<String> url() {
        Optional<String> variable = given.containsKey("--org-data") ? Optional.empty() : variable(URL_VARIABLE);
        return Optional.ofNullable(given.get("--url")).or(() -> variable);
    }

    String token() {
        return Optional.ofNullable(given.get("--token"))
                .or(() -> variable(TOKEN_VARIABLE))
                .orElseThrow(() -> new InputException(
                        "A real org asks for an access token; give it in " + TOKEN_VARIABLE + ", or with --token."));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
