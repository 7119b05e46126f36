package com.spara.sf.testkit.bulk;

/** What a query job is to do. */
public record QueryOrder(String soql, boolean includesDeleted, CsvFormat format) {
    /** Hides the query, which may hold what people wrote. */
    @Override
    public String toString() {
        return includesDeleted ? "queryAll" : "query";
    }
}
