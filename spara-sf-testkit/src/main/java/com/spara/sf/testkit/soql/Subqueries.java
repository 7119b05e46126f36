package com.spara.sf.testkit.soql;

/** Counts the queries within SELECT, which Salesforce limits in number and in depth. */
final class Subqueries {
    private static final int MOST = 20;
    private static final int DEEPEST = 5;

    private final int level;
    private int count;

    private Subqueries(int level) {
        this.level = level;
    }

    static Subqueries root() {
        return new Subqueries(1);
    }

    /** Enters one more query at the next level down. */
    Subqueries enter() {
        if (++count > MOST) {
            throw SoqlText.malformed("a query cannot have more than " + MOST + " subqueries");
        }
        if (level == DEEPEST) {
            throw SoqlText.malformed("parent-to-child queries cannot go down more than " + DEEPEST + " levels");
        }
        return new Subqueries(level + 1);
    }
}
