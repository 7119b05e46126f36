/**
 * What a host writes: how it connects orgs, which {@code docs/connect} explains, and matchers, enrichers and write rules of its
 * own, two of each, which {@code docs/plug-ins.md} explains.
 *
 * <p>Open {@code CustomerLogins} and {@code HostSettings} first: they show how an org is connected, and how each plug-in is
 * added.
 */
@NullMarked
package com.spara.sf.examples;

import org.jspecify.annotations.NullMarked;
