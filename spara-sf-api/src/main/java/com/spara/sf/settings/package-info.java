/**
 * What a host decides: which records are updated or created, which field goes where by which rule, by what records are
 * matched, and what is read onto the lead.
 *
 * <p>Open {@link com.spara.sf.settings.SyncSettings} first. Everything here is an immutable value; settings go to JSON
 * text and back with {@code com.spara.sf.client.SettingsJson}. Nothing here knows an org: whether a field exists and may
 * be written is decided when a lead is pushed.
 */
@NullMarked
package com.spara.sf.settings;

import org.jspecify.annotations.NullMarked;
