/**
 * Bulk API 2.0: jobs that load a CSV into the org, and jobs that query it into one. Start at {@link
 * com.spara.sf.testkit.bulk.IngestJobs} and {@link com.spara.sf.testkit.bulk.QueryJobs}. Here alone is CSV read and
 * written; HTTP and JSON are not known here.
 */
@NullMarked
package com.spara.sf.testkit.bulk;

import org.jspecify.annotations.NullMarked;
