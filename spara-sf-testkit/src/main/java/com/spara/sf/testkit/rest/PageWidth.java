package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.Schema;
import com.spara.sf.testkit.soql.SoqlRecord;
import com.spara.sf.testkit.soql.SoqlResult;
import java.util.List;

/** Wide rows come in shorter pages: half of them with a long text, few with two that the org made itself. */
final class PageWidth {
    private static final int NARROW = 2_000;
    private static final int WIDE = 1_000;
    private static final int WIDEST = 200;

    private PageWidth() {}

    static int mostRows(SoqlResult result, Schema schema) {
        if (result.records().size() <= WIDEST) {
            return NARROW;
        }
        List<Field> longTexts = longTexts(result.records().get(0), schema);
        long custom = longTexts.stream().filter(Field::isCustom).count();
        return custom > 1 ? WIDEST : longTexts.isEmpty() ? NARROW : WIDE;
    }

    private static List<Field> longTexts(SoqlRecord row, Schema schema) {
        return schema.object(row.type()).stream()
                .flatMap(type -> row.fields().keySet().stream().flatMap(name -> type.field(name).stream()))
                .filter(Field::isLongText)
                .toList();
    }
}
