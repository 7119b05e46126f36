package com.spara.sf.testkit.contents;

import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.records.RefusedException;
import com.spara.sf.testkit.records.SaveError;
import java.util.function.Supplier;

/** Says at which place of a file stands what the org refused. */
final class Refusals {
    private static final int LONGEST = 160;

    private Refusals() {}

    static void at(JsonPlace place, Runnable work) {
        at(place, () -> {
            work.run();
            return place;
        });
    }

    static <T> T at(JsonPlace place, Supplier<T> work) {
        try {
            return work.get();
        } catch (JsonPlace.MisplacedException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof RefusedException refused
                    ? refused(place, refused.error(), e)
                    : place.refused(shortened(String.valueOf(e.getMessage())), e);
        }
    }

    private static IllegalArgumentException refused(JsonPlace place, SaveError error, IllegalArgumentException cause) {
        String why = error.statusCode() + ", " + shortened(error.message());
        boolean namesField = error.fields().size() == 1 && place.isObject();
        return namesField ? place.refused(error.fields().get(0), why, cause) : place.refused(why, cause);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
    }
}
