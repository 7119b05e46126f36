/**
 * Bulk API 2.0: jobs that query records into CSV, and jobs that save the rows of one. Open {@link
 * com.spara.sf.client.bulk.BulkJobs}. Nothing is held as a whole: CSV is written while it is sent, and read while it comes. A
 * job is named by its Id alone, so another process can go on with it. Knows no leads.
 */
@NullMarked
package com.spara.sf.client.bulk;

import org.jspecify.annotations.NullMarked;
