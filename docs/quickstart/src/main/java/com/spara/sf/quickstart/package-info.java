/**
 * Reads leads and settings from JSON files, pushes the leads, and prints what became of them.
 *
 * <p>Open {@code Quickstart} first; {@code Run} is the part that a host would write.
 */
@NullMarked
package com.spara.sf.quickstart;

import org.jspecify.annotations.NullMarked;
