package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.stream.Stream;

/** Where queries within WHERE may stand: two of them at most, and none below an OR. */
final class SemiJoinRules {
    private static final int MOST = 2;

    private final SoqlText text;

    SemiJoinRules(SoqlText text) {
        this.text = text;
    }

    void check(Condition condition) {
        List<Condition.Comparison> joins = joins(condition).toList();
        if (joins.size() > MOST) {
            throw refused(joins.get(MOST), "Maximum " + MOST + " semi join sub-selects are allowed");
        }
        checkNoneBelowOr(condition);
    }

    private static Stream<Condition.Comparison> joins(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return Stream.of(comparison).filter(each -> each.right() instanceof Condition.Subselect);
        }
        return parts(condition).stream().flatMap(SemiJoinRules::joins);
    }

    private void checkNoneBelowOr(Condition condition) {
        if (condition instanceof Condition.Any) {
            joins(condition).findFirst().ifPresent(join -> {
                throw refused(join, "Semi join sub-selects are not allowed with the 'OR' operator");
            });
        }
        parts(condition).forEach(this::checkNoneBelowOr);
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts();
        }
        return condition instanceof Condition.Not not ? List.of(not.part()) : List.of();
    }

    private SoqlException refused(Condition.Comparison join, String message) {
        return text.malformed(join.left().position(), message);
    }
}
