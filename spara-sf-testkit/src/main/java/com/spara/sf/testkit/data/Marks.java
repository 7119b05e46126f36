package com.spara.sf.testkit.data;

/** What a file that fills an org says of a record besides its fields. */
public final class Marks {
    /** Begins what is no value of a field. */
    public static final String MARK = "@";

    /** The name by which the rest of the file knows it. */
    public static final String ID = "@id";

    public static final String CONVERTED = "@converted";
    public static final String MERGED_INTO = "@mergedInto";
    public static final String DELETED = "@deleted";

    private Marks() {}
}
