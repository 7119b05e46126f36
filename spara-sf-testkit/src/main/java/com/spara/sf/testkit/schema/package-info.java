/**
 * What an org's objects and fields are like: the room that everything else stands on. Start at {@link
 * com.spara.sf.testkit.schema.Schema}. Everything here is immutable; the standard schema is read once from the csv
 * files beside these classes and shared by all orgs. Knows nothing of records, of queries or of the wire.
 */
@NullMarked
package com.spara.sf.testkit.schema;

import org.jspecify.annotations.NullMarked;
