package com.spara.sf.testkit.soql;

import java.util.Optional;

/** The objects one user may query; what that user may not see is not in it. */
@FunctionalInterface
public interface SoqlSchema {
    /** The object of this name, in any case; empty when there is none or the user may not read it. */
    Optional<SoqlTable> table(String name);
}
