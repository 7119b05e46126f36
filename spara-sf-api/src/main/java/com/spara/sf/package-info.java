/**
 * The values that everything else speaks of: the host's {@link com.spara.sf.Lead} with its
 * {@link com.spara.sf.Conversation}, Salesforce's {@link com.spara.sf.RecordId}, and the one type for <em>why</em>,
 * {@link com.spara.sf.Reason}.
 *
 * <p>Open {@link com.spara.sf.Lead} first. To push one, see {@code com.spara.sf.sync.SalesforceSync}; to say what is
 * written where, {@code com.spara.sf.settings.SyncSettings}. This package performs no I/O, and every type in it is
 * immutable and safe to share between threads.
 */
@NullMarked
package com.spara.sf;

import org.jspecify.annotations.NullMarked;
