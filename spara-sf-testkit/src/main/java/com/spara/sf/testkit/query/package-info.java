/**
 * Lets the query language see the records of an org: {@link com.spara.sf.testkit.query.OrgQueries} answers queries,
 * the rest shows objects, fields and rows under the interfaces that the query room asks for. Knows nothing of the
 * wire.
 */
@NullMarked
package com.spara.sf.testkit.query;

import org.jspecify.annotations.NullMarked;
