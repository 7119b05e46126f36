/** Holds settings against what an org's describes say. Open {@link com.spara.sf.client.check.SettingsCheck}. */
@NullMarked
package com.spara.sf.client.check;

import org.jspecify.annotations.NullMarked;
