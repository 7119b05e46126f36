package com.spara.sf.testkit.query;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.PicklistValue;
import com.spara.sf.testkit.soql.SoqlColumn;
import com.spara.sf.testkit.soql.SoqlType;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One field as the query language sees it. A table has one of these for each of its fields. */
final class FieldColumn implements SoqlColumn {
    private final Field field;
    private final SoqlType type;
    private final BooleanSupplier areIdsSortedByCase;

    FieldColumn(Field field, BooleanSupplier areIdsSortedByCase) {
        this.field = field;
        this.areIdsSortedByCase = areIdsSortedByCase;
        this.type = typeOf(field);
    }

    private static SoqlType typeOf(Field field) {
        if (field.isLongText()) {
            return SoqlType.LONGTEXT;
        }
        return field.type() == FieldType.COMBOBOX
                ? SoqlType.PICKLIST
                : SoqlType.valueOf(field.type().name());
    }

    Field field() {
        return field;
    }

    @Override
    public String name() {
        return field.name();
    }

    @Override
    public SoqlType type() {
        return type;
    }

    @Override
    public boolean isFilterable() {
        return field.is(FieldFlag.FILTERABLE);
    }

    @Override
    public boolean isSortable() {
        return field.is(FieldFlag.SORTABLE);
    }

    @Override
    public boolean isGroupable() {
        return field.is(FieldFlag.GROUPABLE);
    }

    @Override
    public boolean isAggregatable() {
        return field.is(FieldFlag.AGGREGATABLE);
    }

    @Override
    public boolean isCaseSensitive() {
        return field.is(FieldFlag.CASE_SENSITIVE);
    }

    @Override
    public boolean areIdsSortedByCase() {
        return areIdsSortedByCase.getAsBoolean();
    }

    @Override
    public boolean isCustom() {
        return field.isCustom();
    }

    @Override
    public List<String> picklistValues() {
        return field.picklistValues().stream().map(PicklistValue::value).toList();
    }
}
