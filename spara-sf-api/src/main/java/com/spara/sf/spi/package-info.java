/**
 * What a plug-in author implements: {@link com.spara.sf.spi.Matcher}, {@link com.spara.sf.spi.Enricher} and
 * {@link com.spara.sf.spi.WriteRule}, and the one seam to the network, {@link com.spara.sf.spi.Transport}.
 * {@link com.spara.sf.spi.KnownLeads} tells a pull which leads the host has already.
 *
 * <p>Open {@link com.spara.sf.spi.Lookup} first: plug-ins never call Salesforce, they say what to look for. A plug-in is
 * written for one lead and never sees a batch. Nothing here performs I/O.
 */
@NullMarked
package com.spara.sf.spi;

import org.jspecify.annotations.NullMarked;
