package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.settings.PushRule;
import com.spara.sf.testkit.Rights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of missing rights in {@code docs/connect/web-login.md}: each row is played. */
class MissingRightsTest extends OnAcme {

    private static final Map<String, Consumer<Rights>> TAKEN = new TreeMap<>(Map.of(
            "Edit on Leads", rights -> rights.cannotEdit("Lead"),
            "Create on Leads", rights -> rights.cannotCreate("Lead"),
            "any right on Contacts", rights -> rights.noAccessTo("Contact"),
            "any right on Accounts", rights -> rights.noAccessTo("Account"),
            "sight of Email", rights -> rights.hides("Lead", "Email"),
            "sight of Phone", rights -> rights.hides("Lead", "Phone"),
            "Edit of Phone", rights -> rights.readOnly("Lead", "Phone")));

    static Stream<List<String>> rows() {
        String page = Page.of("connect/web-login.md").text();
        String section = page.split("\n### When rights are missing\n", 2)[1].split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> List.of(line.split(" *\\| *")));
    }

    @Test
    void eachRowIsPlayed() {
        assertEquals(
                List.copyOf(TAKEN.keySet()),
                rows().map(row -> row.get(1)).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSettingsPageSaysIt(List<String> row) {
        connect();
        TAKEN.get(row.get(1)).accept(org.rights());
        String page = host.settingsPage(
                "acme",
                settings.leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("company", "Company")
                        .map("phone", "Phone")));
        assertTrue(page.contains(row.get(2)), page);
    }
}
