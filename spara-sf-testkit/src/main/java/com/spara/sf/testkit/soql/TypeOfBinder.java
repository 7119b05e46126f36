package com.spara.sf.testkit.soql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the meaning of TYPEOF: which fields are read depends on the object that the parent is of. */
final class TypeOfBinder {
    private final Scope scope;
    private final QueryContext context;

    TypeOfBinder(Scope scope) {
        this.scope = scope;
        this.context = scope.context();
    }

    void select(SelectItem.TypeOf typeOf, ProjectionBuilder projection) {
        Ascent ascent = scope.relationship(typeOf.relationship());
        Ascent.Step step = ascent.last();
        if (!(step.target() instanceof NameTable names)) {
            String name = step.parent().name();
            throw context.text()
                    .malformed(
                            typeOf.relationship().position(),
                            "TYPEOF needs a polymorphic relationship, which '" + name + "' is not");
        }
        Map<String, Projection> cases = new HashMap<>();
        typeOf.cases().forEach(when -> add(when, names, cases));
        Reading<SoqlRow> reading = answer(step, cases, projection(names, typeOf.otherwise()));
        projection.at(ascent.butLast()).add(step.parent().name(), reading);
    }

    private Reading<SoqlRow> answer(Ascent.Step step, Map<String, Projection> cases, Projection otherwise) {
        return row -> {
            SoqlRow parent = step.from(row, context.includeDeleted());
            return parent == null
                    ? null
                    : cases.getOrDefault(parent.type(), otherwise).of(parent);
        };
    }

    private void add(SelectItem.When when, NameTable names, Map<String, Projection> cases) {
        Name object = when.object();
        SoqlTable target = names.target(object.text())
                .orElseThrow(() -> context.text()
                        .error(
                                "INVALID_TYPE",
                                object.position(),
                                "sObject type '" + object.text() + "' is not one that this relationship can lead to"));
        if (cases.putIfAbsent(target.name(), projection(target, when.fields())) != null) {
            throw context.text().malformed(object.position(), "duplicate type in TYPEOF: " + target.name());
        }
    }

    private Projection projection(SoqlTable target, List<Expression.Path> paths) {
        Scope inner = new Scope(context, target);
        ProjectionBuilder builder = new ProjectionBuilder(target, context.includeDeleted());
        for (Expression.Path path : paths) {
            Scope.Field field = inner.field(path);
            builder.at(field.ascent()).add(field.column().name(), row -> row.value(field.column()));
        }
        return builder.build();
    }
}
