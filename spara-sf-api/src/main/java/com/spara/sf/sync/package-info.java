/**
 * Pushing leads, and what comes of it: results, and plans that can be looked at before they are carried out. Pulling
 * existing records as leads: pages, and the cursor between them.
 *
 * <p>Open {@link com.spara.sf.sync.SalesforceSync} first, then {@link com.spara.sf.sync.PushResult} and
 * {@link com.spara.sf.sync.PullPage}. Results and plans
 * are immutable values, and their {@code toString} holds no people's data; {@code explain()} does.
 */
@NullMarked
package com.spara.sf.sync;

import org.jspecify.annotations.NullMarked;
