package com.spara.sf.testkit.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a SELECT list. */
sealed interface SelectItem {
    /** A field or a function, perhaps under an alias. */
    record Value(Expression expression, @Nullable Name alias) implements SelectItem {}

    /** The rows of a relationship downwards. */
    record Children(Query query) implements SelectItem {}

    /** Fields that depend on the object a polymorphic parent is of. */
    record TypeOf(Expression.Path relationship, List<When> cases, List<Expression.Path> otherwise)
            implements SelectItem {}

    /** The fields for one object. */
    record When(Name object, List<Expression.Path> fields) {}
}
