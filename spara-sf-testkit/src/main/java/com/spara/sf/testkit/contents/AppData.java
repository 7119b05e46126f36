package com.spara.sf.testkit.contents;

import com.spara.sf.testkit.FakeApp;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.data.JsonPlace;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One app of a file. */
final class AppData {
    static final String KEY = "key";
    private static final Set<String> MEMBERS =
            Set.of(KEY, "secret", "callbacks", "requiresPkce", "rotatesRefreshTokens", "clientCredentials");

    private final JsonPlace place;

    AppData(JsonPlace place) {
        this.place = place.knowing(MEMBERS);
    }

    void addTo(FakeOrg org) {
        FakeApp app = org.app(place.require(KEY).text());
        place.member("secret").ifPresent(secret -> app.secret(secret.text()));
        place.member("callbacks")
                .ifPresent(urls ->
                        app.callback(urls.items().stream().map(JsonPlace::text).toArray(String[]::new)));
        Map<String, Consumer<FakeApp>> flags = new TreeMap<>(Map.of(
                "requiresPkce", FakeApp::requiresPkce,
                "rotatesRefreshTokens", FakeApp::rotatesRefreshTokens,
                "clientCredentials",
                        allowed -> allowed.allowsClientCredentials().runsAs(org.user())));
        flags.forEach((name, change) -> place.member(name)
                .filter(JsonPlace::flag)
                .ifPresent(yes -> Refusals.at(place, () -> change.accept(app))));
    }
}
