/**
 * How a customer's org is connected: the handle on a connection, and the ways to prove who one is.
 *
 * <p>Open {@link com.spara.sf.connect.Connection} first. Nothing here performs I/O.
 */
@NullMarked
package com.spara.sf.connect;

import org.jspecify.annotations.NullMarked;
