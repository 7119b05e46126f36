/** Existing records as leads, page by page. Open {@link com.spara.sf.client.pull.Puller}. */
@NullMarked
package com.spara.sf.client.pull;

import org.jspecify.annotations.NullMarked;
