/**
 * What hosts share in a database: statements, leases and encrypted text. Open {@link
 * com.spara.sf.client.jdbc.ConnectionTable}. Knows nothing of Salesforce.
 */
@NullMarked
package com.spara.sf.client.jdbc;

import org.jspecify.annotations.NullMarked;
