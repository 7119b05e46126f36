/** The pipeline: lookups, read, match, enrich, plan, write, results. Open {@link com.spara.sf.client.push.PushPipeline}. */
@NullMarked
package com.spara.sf.client.push;

import org.jspecify.annotations.NullMarked;
