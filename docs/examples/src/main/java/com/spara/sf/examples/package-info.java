/**
 * What a host writes: the samples of the pages below {@code docs}, each in a class named after its task.
 *
 * <p>Open {@code FirstPush} first; then {@code CustomerLogins}, how an org is connected, and {@code HostSettings}, how matchers,
 * enrichers and write rules of one's own are added. Two of each are in {@code Matchers}, {@code Enrichers} and {@code
 * WriteRules}.
 */
@NullMarked
package com.spara.sf.examples;

import org.jspecify.annotations.NullMarked;
