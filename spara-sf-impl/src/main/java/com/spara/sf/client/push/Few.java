package com.spara.sf.client.push;

import java.util.ArrayList;
import java.util.List;

/** Lists of which most leads have none: they take no memory until something is in them, and hold it once. */
final class Few {

    private Few() {}

    /** The list with one more, unless it is there already. */
    static <T> List<T> plus(List<T> known, T one) {
        if (known.isEmpty()) {
            return List.of(one);
        }
        if (known.contains(one)) {
            return known;
        }
        List<T> more = new ArrayList<>(known.size() + 1);
        more.addAll(known);
        more.add(one);
        return more;
    }
}
