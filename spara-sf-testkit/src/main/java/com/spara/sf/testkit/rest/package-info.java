/**
 * The wire of the fake org: HTTP requests in, Salesforce's answers out. Start at {@link
 * com.spara.sf.testkit.rest.Gateway}; every request and every part of a composite passes {@code Passage}, where a
 * {@link com.spara.sf.testkit.rest.Gate} may put something in its way: {@code Faults} lets it happen, {@code WayHome}
 * changes the answer, {@code Arrival} and {@code LoopbackAnswer} deliver it late or in part. A resource is one class that
 * {@code Router} knows. Requests for logging in pass {@code LoginPassage} to a room of their own.
 */
@NullMarked
package com.spara.sf.testkit.rest;

import org.jspecify.annotations.NullMarked;
