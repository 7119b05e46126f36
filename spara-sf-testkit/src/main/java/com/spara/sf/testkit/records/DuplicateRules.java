package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Refuses a record that one of the org's duplicate rules takes for another that is there. */
final class DuplicateRules implements SaveStep {
    private final RecordStore store;
    private final Function<String, UserView> views;
    private final Map<String, List<DuplicateCheck>> active = new HashMap<>();

    DuplicateRules(RecordStore store, Function<String, UserView> views) {
        this.store = store;
        this.views = views;
    }

    void activate(String object, DuplicateCheck rule) {
        active.computeIfAbsent(object, key -> new ArrayList<>()).add(rule);
    }

    @Override
    public void apply(Save save) {
        active.getOrDefault(save.type().name(), List.of()).stream()
                .filter(rule -> save.isCreate() || rule.runsOnEdit())
                .filter(rule -> rule.blocks() || !save.options().allowsDuplicates())
                .flatMap(rule -> finding(save, rule).stream())
                .findFirst()
                .ifPresent(found -> {
                    throw new RefusedException(SaveError.duplicates(found));
                });
    }

    private Optional<DuplicateFinding> finding(Save save, DuplicateCheck rule) {
        List<DuplicateFinding.Matches> matches = rule.matches().stream()
                .map(match -> matches(save, match))
                .filter(found -> found.size() > 0)
                .toList();
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new DuplicateFinding(
                        !rule.blocks(), rule.name(), save.type().name(), rule.message(), matches));
    }

    private DuplicateFinding.Matches matches(Save save, DuplicateCheck.Match match) {
        SObject type = match.object() == null ? save.type() : store.schema().require(match.object());
        Row incoming = save.row();
        List<Row> all = candidates(incoming, type, match)
                .filter(row -> !row.isDeleted() && !ConvertedLeads.isConverted(row) && !isSame(save, row))
                .filter(row -> match.test().test(incoming, row))
                .toList();
        UserView view = views.apply(save.options().userId());
        List<Row> seen = all.stream().filter(view::sees).toList();
        return new DuplicateFinding.Matches(type.name(), ruleName(type), seen, all.size());
    }

    private Stream<Row> candidates(Row incoming, SObject type, DuplicateCheck.Match match) {
        String name = match.field();
        if (name == null) {
            return store.rows(type);
        }
        Field field = type.require(name);
        Object value = incoming.value(name);
        return value == null ? Stream.empty() : store.rowsWith(type, field, value).stream();
    }

    private static boolean isSame(Save save, Row row) {
        Row before = save.before();
        return before != null && before.id().equals(row.id());
    }

    private static String ruleName(SObject type) {
        return "Standard_" + type + "_Match_Rule_v1_" + (type.name().equals("Contact") ? 1 : 0);
    }
}
