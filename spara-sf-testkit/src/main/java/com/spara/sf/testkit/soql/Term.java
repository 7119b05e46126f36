package com.spara.sf.testkit.soql;

/**
 * An expression whose meaning is known. Two terms of one name mean the same.
 *
 * @param name the canonical spelling, such as {@code Account.Name}
 * @param type the type of what is read
 * @param column the column it rests on, whose flags decide what it may be used for
 * @param isPlain whether it is a column of the row itself, which an index may know
 */
record Term<R>(String name, SoqlType type, SoqlColumn column, Reading<R> reading, boolean isPlain) {
    static <R> Term<R> derived(String name, SoqlType type, SoqlColumn column, Reading<R> reading) {
        return new Term<>(name, type, column, reading, false);
    }

    ValueRules rules() {
        return new ValueRules(type, column.isCaseSensitive(), column.areIdsSortedByCase());
    }
}
