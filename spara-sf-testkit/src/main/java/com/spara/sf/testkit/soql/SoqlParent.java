package com.spara.sf.testkit.soql;

import java.util.List;

/**
 * A relationship from a row to the record that one of its columns names.
 *
 * @param name the relationship's name, as it is written in results
 * @param column the reference column that holds the parent's id
 * @param targets the objects the parent can be of; with more than one, only the fields of the virtual object Name can
 *     be read
 */
public record SoqlParent(String name, SoqlColumn column, List<SoqlTable> targets) {
    public SoqlParent {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("relationship " + name + " has no target object; name at least one");
        }
    }

    boolean isPolymorphic() {
        return targets.size() > 1;
    }
}
