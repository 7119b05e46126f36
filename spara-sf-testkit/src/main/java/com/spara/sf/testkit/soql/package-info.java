/**
 * The query language of the fake org: text in, rows out. Start at {@link com.spara.sf.testkit.soql.SoqlEngine}; the
 * data it asks is behind {@link com.spara.sf.testkit.soql.SoqlSchema}. Knows nothing of REST, of JSON or of how records
 * are kept.
 */
@NullMarked
package com.spara.sf.testkit.soql;

import org.jspecify.annotations.NullMarked;
