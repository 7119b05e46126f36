package com.spara.sf.client.push;

import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that stand where a company is required and nobody knows one: those of the settings, and the usual one, which records have
 * that were made before the settings were changed. A lead that was read from Salesforce brings them along.
 */
record NoCompany(Set<String> texts) {

    static NoCompany of(SyncSettings settings) {
        Stream<Optional<PushRule.CreateWhenNoMatch>> rules = PushPipeline.OBJECTS.stream()
                .map(object -> settings.rule(object).creation());
        return new NoCompany(Stream.concat(
                        rules,
                        Stream.of(PushRule.updateExisting().createWhenNoMatch().creation()))
                .flatMap(Optional::stream)
                .flatMap(rule -> rule.placeholderText().stream())
                .map(NoCompany::plain)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The company as Accounts are told apart by it; empty if it is none. */
    Optional<String> name(String company) {
        return Optional.of(plain(company)).filter(name -> !name.isEmpty() && !texts.contains(name));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
