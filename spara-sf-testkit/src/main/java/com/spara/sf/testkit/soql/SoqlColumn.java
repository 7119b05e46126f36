package com.spara.sf.testkit.soql;

import java.util.List;

/** One visible field of an object, with the flags that its describe carries. Equal columns are the same field. */
public interface SoqlColumn {
    /** The API name, as it is written in results. */
    String name();

    SoqlType type();

    default boolean isFilterable() {
        return type() != SoqlType.LONGTEXT;
    }

    default boolean isSortable() {
        return type() != SoqlType.LONGTEXT && type() != SoqlType.MULTIPICKLIST;
    }

    default boolean isGroupable() {
        return isSortable();
    }

    default boolean isAggregatable() {
        return isFilterable();
    }

    /** Whether texts compare exactly; by default upper and lower case are equal. */
    default boolean isCaseSensitive() {
        return false;
    }

    /** Whether Ids sort by the codes of their characters; otherwise case tells only those apart that are alike without it. */
    default boolean areIdsSortedByCase() {
        return true;
    }

    /** Whether the field was added by an admin; by default told from its name. */
    default boolean isCustom() {
        return name().endsWith("__c");
    }

    /** The values of a picklist in the order in which they sort; by default none, and they sort as texts. */
    default List<String> picklistValues() {
        return List.of();
    }

    /** The label that {@code toLabel()} shows for a value; by default the value itself. */
    default String label(String value) {
        return value;
    }
}
