package com.spara.sf.client;

import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.WriteRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The matchers, enrichers and write rules that settings in JSON may name: the built-in ones, and the host's own. Immutable
 * and safe to share between threads.
 */
public final class Plugins {

    private static final Plugins NONE = new Plugins(
            named(Matcher.LEAD_ID, Matcher.CONTACT_ID, Matcher.CONVERTED_CONTACT, Matcher.EMAIL),
            named(Enricher.ACCOUNT, Enricher.OWNER, Enricher.ACCOUNT_BY_DOMAIN),
            named(WriteRule.OVERWRITE, WriteRule.ONLY_IF_EMPTY, WriteRule.ON_CREATE_ONLY));

    private final Map<String, Matcher> matchers;
    private final Map<String, Enricher> enrichers;
    private final Map<String, WriteRule> rules;

    private Plugins(Map<String, Matcher> matchers, Map<String, Enricher> enrichers, Map<String, WriteRule> rules) {
        this.matchers = matchers;
        this.enrichers = enrichers;
        this.rules = rules;
    }

    /**
     * Returns the built-in ones alone.
     *
     * @return the plug-ins
     */
    public static Plugins none() {
        return NONE;
    }

    /**
     * Returns these with one more matcher.
     *
     * @param matcher the matcher
     * @return the new plug-ins
     * @throws IllegalArgumentException if its name is taken
     */
    public Plugins with(Matcher matcher) {
        return new Plugins(plus(matchers, matcher.name(), matcher), enrichers, rules);
    }

    /**
     * Returns these with one more enricher.
     *
     * @param enricher the enricher
     * @return the new plug-ins
     * @throws IllegalArgumentException if its name is taken
     */
    public Plugins with(Enricher enricher) {
        return new Plugins(matchers, plus(enrichers, enricher.name(), enricher), rules);
    }

    /**
     * Returns these with one more write rule.
     *
     * @param rule the rule
     * @return the new plug-ins
     * @throws IllegalArgumentException if its name is taken
     */
    public Plugins with(WriteRule rule) {
        return new Plugins(matchers, enrichers, plus(rules, rule.name(), rule));
    }

    Map<String, Matcher> matchers() {
        return matchers;
    }

    Map<String, Enricher> enrichers() {
        return enrichers;
    }

    Map<String, WriteRule> rules() {
        return rules;
    }

    private static Map<String, Matcher> named(Matcher... matchers) {
        Map<String, Matcher> byName = new LinkedHashMap<>();
        for (Matcher matcher : matchers) {
            byName.put(matcher.name(), matcher);
        }
        return Collections.unmodifiableMap(byName);
    }

    private static Map<String, Enricher> named(Enricher... enrichers) {
        Map<String, Enricher> byName = new LinkedHashMap<>();
        for (Enricher enricher : enrichers) {
            byName.put(enricher.name(), enricher);
        }
        return Collections.unmodifiableMap(byName);
    }

    private static Map<String, WriteRule> named(WriteRule... rules) {
        Map<String, WriteRule> byName = new LinkedHashMap<>();
        for (WriteRule rule : rules) {
            byName.put(rule.name(), rule);
        }
        return Collections.unmodifiableMap(byName);
    }

    private static <T> Map<String, T> plus(Map<String, T> known, String name, T added) {
        Map<String, T> more = new LinkedHashMap<>(known);
        if (more.put(name, added) != null) {
            throw new IllegalArgumentException("Two plug-ins of a kind are named '" + name + "'. Rename one of them.");
        }
        return Collections.unmodifiableMap(more);
    }
}
