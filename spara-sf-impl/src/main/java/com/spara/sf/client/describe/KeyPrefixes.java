package com.spara.sf.client.describe;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.Map;

/** The objects whose Ids begin alike in every org. */
public final class KeyPrefixes {

    private static final Map<String, String> BY_OBJECT = Map.of(
            "Account", "001",
            "Contact", "003",
            "User", "005",
            "Opportunity", "006",
            "Group", "00G",
            "Lead", "00Q",
            "RecordType", "012",
            "Case", "500",
            "Campaign", "701");

    private KeyPrefixes() {}

    /** Whether the Id is that of a record of an object, which is one of those. */
    public static boolean isOf(String object, RecordId id) {
        return id.keyPrefix().equals(BY_OBJECT.get(object));
    }

    /** Whether the Id may be that of a record of one of these objects; of objects that are not known it may. */
    static boolean mayBeOf(List<String> objects, RecordId id) {
        boolean areKnown = !objects.isEmpty() && BY_OBJECT.keySet().containsAll(objects);
        return !areKnown || objects.stream().anyMatch(object -> isOf(object, id));
    }
}
