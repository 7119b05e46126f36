package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.stream.Collectors;

/** What stands for a value of a row: a field, or a function of one. */
sealed interface Expression {
    int position();

    /** A field, or a relationship, reached over zero or more relationships. */
    record Path(List<Name> names) implements Expression {
        public Path {
            names = List.copyOf(names);
        }

        @Override
        public int position() {
            return names.get(0).position();
        }

        Name last() {
            return names.get(names.size() - 1);
        }

        String text() {
            return names.stream().map(Name::text).collect(Collectors.joining("."));
        }
    }

    /** A function by name; which functions there are is decided later. */
    record Call(Name function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public int position() {
            return function.position();
        }

        boolean is(String name) {
            return function.text().equalsIgnoreCase(name);
        }
    }
}
