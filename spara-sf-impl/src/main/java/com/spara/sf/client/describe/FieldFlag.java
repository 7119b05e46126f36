package com.spara.sf.client.describe;

import com.spara.sf.client.json.JsonView;

/** What a describe says of a field by yes or no; each flag is one bit. */
enum FieldFlag {
    NILLABLE("nillable", 1 << 0),
    CREATEABLE("createable", 1 << 1),
    UPDATEABLE("updateable", 1 << 2),
    DEFAULTED_ON_CREATE("defaultedOnCreate", 1 << 3),
    RESTRICTED_PICKLIST("restrictedPicklist", 1 << 4),
    ID_LOOKUP("idLookup", 1 << 5),
    EXTERNAL_ID("externalId", 1 << 6),
    UNIQUE("unique", 1 << 7),
    NAME_FIELD("nameField", 1 << 8),
    CASE_SENSITIVE("caseSensitive", 1 << 9),
    FILTERABLE("filterable", 1 << 10);

    private static final FieldFlag[] ALL = values();

    private final String member;
    private final int bit;

    FieldFlag(String member, int bit) {
        this.member = member;
        this.bit = bit;
    }

    /** The bits of the flags that are set. */
    static int bits(JsonView field) {
        int bits = 0;
        for (FieldFlag flag : ALL) {
            bits |= field.at(flag.member).isTrue() ? flag.bit : 0;
        }
        return bits;
    }

    boolean isIn(int bits) {
        return (bits & bit) != 0;
    }
}
