package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.Lead;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushOptions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever gives null hears what is null and what to give, where it was given. */
@SuppressWarnings("NullAway")
class NothingGivenTest extends OnFakeOrg {

    private static final String URL = "https://acme.my.salesforce.com";

    static Stream<Arguments> entrances() {
        Salesforce client = Salesforce.create();
        PushRule rule = PushRule.updateExisting();
        return Stream.of(
                row("The org's address is null", () -> client.connect(null, AccessToken.of("t"))),
                row("The credentials are null", () -> client.connect(URL, null)),
                row(
                        "The settings of the sync are null",
                        () -> client.connect(URL, AccessToken.of("t")).sync(null)),
                row("The name of the connection is null", () -> client.connection(null)),
                row("The transport is null", () -> Salesforce.over(null)),
                row("The clock is null", () -> client.withClock(null)),
                row("The deadline is null", () -> client.withDeadline(null)),
                row("The access token is null", () -> AccessToken.of(null)),
                row("The rule for Leads is null", () -> SyncSettings.standard().leads(null)),
                row(
                        "The rule for Contacts is null",
                        () -> SyncSettings.standard().contacts(null)),
                row("The mapping to Phone has null", () -> rule.map(null, "Phone")),
                row("The mapping of phone has null", () -> rule.map("phone", null)),
                row("The constant for Phone is null", () -> FieldMapping.constant(null, "Phone")),
                row(
                        "A field of a lead has null for its name",
                        () -> Lead.empty().with(null, "x")),
                row("The text of the settings is null", () -> SettingsJson.read(null)));
    }

    private static Arguments row(String sentence, Executable call) {
        return arguments(sentence, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entrances")
    void isSaidInASentence(String sentence, Executable call) {
        String message = assertThrows(NullPointerException.class, call).getMessage();
        assertTrue(message.startsWith(sentence), message);
        assertTrue(message.endsWith(".") || message.endsWith("?"), message);
    }

    @Test
    void whichLeadOfManyIsNullIsCounted() {
        var leads = Arrays.asList(null, ada);
        String message = assertThrows(
                        NullPointerException.class, () -> sync(both).pushAll(leads, PushOptions.standard()))
                .getMessage();
        assertEquals("Lead 1 of 2 is null. Leave it out; nothing was pushed.", message);
    }

    @Test
    void settingsToCheckAreAskedFor() {
        assertThrows(NullPointerException.class, () -> sync(both).check(null));
        assertEquals(0, org.calls().count());
    }

    @Test
    void aTokenWithItsBearerIsToldToLeaveItAway() {
        String message = assertThrows(IllegalArgumentException.class, () -> AccessToken.of("Bearer abc"))
                .getMessage();
        assertTrue(message.contains("Leave 'Bearer' away"), message);
    }

    @Test
    void anAddressOfThisMachineNamesTheSwitchForFakeOrgs() {
        Salesforce client = Salesforce.create();
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> client.connect("http://localhost:8080", AccessToken.of("t")))
                .getMessage();
        assertTrue(message.contains("allowingLoopback()"), message);
    }
}
