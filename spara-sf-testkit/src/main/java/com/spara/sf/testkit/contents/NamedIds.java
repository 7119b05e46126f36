package com.spara.sf.testkit.contents;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.data.Marks;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The Ids of what a file names, some of which are only known later. Confined to one thread. */
final class NamedIds {
    private final Set<String> announced = new HashSet<>();
    private final Map<String, RecordId> byName = new HashMap<>();
    private final IdentityHashMap<JsonPlace, RecordId> byPlace = new IdentityHashMap<>();

    /** Takes note that the name, if there is one, will have an Id. */
    void announce(JsonPlace named) {
        named.member(Marks.ID).ifPresent(name -> {
            if (name.text().startsWith(Marks.MARK)) {
                throw name.refused("a name is written without the " + Marks.MARK + " where it is given");
            }
            if (!announced.add(name.text())) {
                throw name.refused("another has the name '" + name.text() + "' already");
            }
        });
    }

    void put(JsonPlace named, RecordId id) {
        byPlace.put(named, id);
        named.member(Marks.ID).ifPresent(name -> byName.put(name.text(), id));
    }

    RecordId of(JsonPlace named) {
        return Optional.ofNullable(byPlace.get(named)).orElseThrow();
    }

    /** The Id that {@code @name} stands for; empty when it is not known yet. */
    Optional<RecordId> find(JsonPlace reference) {
        String text = reference.text();
        if (!text.startsWith(Marks.MARK) || !announced.contains(text.substring(1))) {
            throw reference.refused("nothing in this file has the name '" + text.replaceFirst(Marks.MARK, "") + "'");
        }
        return Optional.ofNullable(byName.get(text.substring(1)));
    }

    RecordId require(JsonPlace reference) {
        return find(reference).orElseThrow();
    }

    Map<String, RecordId> known() {
        return Collections.unmodifiableMap(new TreeMap<>(byName));
    }
}
