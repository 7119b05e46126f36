/**
 * Matchers, enrichers and write rules as a host writes its own, two of each; {@code docs/plug-ins.md} explains them.
 *
 * <p>Open {@code HostSettings} first: it shows how each is added.
 */
@NullMarked
package com.spara.sf.examples;

import org.jspecify.annotations.NullMarked;
