/**
 * The client. Open {@link com.spara.sf.client.Salesforce}: it is the only way in. {@link com.spara.sf.client.SettingsJson}
 * stores settings as text. The rooms behind this package are not exported.
 */
@NullMarked
package com.spara.sf.client;

import org.jspecify.annotations.NullMarked;
