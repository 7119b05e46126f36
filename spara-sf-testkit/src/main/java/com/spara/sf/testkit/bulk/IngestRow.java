package com.spara.sf.testkit.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row as it is sent to the org.
 *
 * @param id the Id in it; an empty text when there is none
 */
record IngestRow(String id, Map<String, @Nullable Object> values) {}
