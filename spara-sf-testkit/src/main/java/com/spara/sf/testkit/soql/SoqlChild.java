package com.spara.sf.testkit.soql;

/**
 * A relationship from a record to the rows that name it.
 *
 * @param name the relationship's name, as it is written in results
 * @param table the object of the rows below
 * @param column the reference column of that object that holds the upper record's id
 */
public record SoqlChild(String name, SoqlTable table, SoqlColumn column) {}
