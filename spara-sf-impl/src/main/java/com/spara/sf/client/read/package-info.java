/** Turns the lookups of many leads and plug-ins into one read, and its answers back into records. */
@NullMarked
package com.spara.sf.client.read;

import org.jspecify.annotations.NullMarked;
