package com.spara.sf.client.describe;

import java.util.List;

/**
 * The fields without which no record can be made, and for which a text can stand in. Company is required in practice
 * although describes may call it nillable (Object Reference, "Lead").
 */
public final class Placeholders {

    private Placeholders() {}

    /** The API names of the fields of an object, {@code Lead} or {@code Contact}. */
    public static List<String> of(String object) {
        return object.equals("Lead") ? List.of("LastName", "Company") : List.of("LastName");
    }
}
