/**
 * A fake Salesforce org for tests: any client talks to it over the REST API, in process or over a port of this
 * machine.
 *
 * <p>Open {@link com.spara.sf.testkit.FakeOrg} first; in a JUnit test, {@link com.spara.sf.testkit.junit.FakeOrgExtension}
 * gives each test an org of its own. {@link com.spara.sf.testkit.FakeField} describes custom fields, {@link
 * com.spara.sf.testkit.CallLedger} tells which calls were made, and {@link com.spara.sf.testkit.Trouble} plans what
 * goes wrong, with {@link com.spara.sf.testkit.Spoiled} and {@link com.spara.sf.testkit.Garbage} for what an answer may
 * look like and {@link com.spara.sf.testkit.OrgLimits} for the calls of a day. {@link com.spara.sf.testkit.ObjectRules}
 * holds what an org's admins set up, {@link com.spara.sf.testkit.Rights} what a user may do, {@link
 * com.spara.sf.testkit.Logins} and {@link com.spara.sf.testkit.FakeApp} how users and apps log in, and {@link
 * com.spara.sf.testkit.Unsettled} lists what no source
 * tells about Salesforce. What the fake does not do, it refuses by name with a 501; it never guesses an answer.
 */
@NullMarked
package com.spara.sf.testkit;

import org.jspecify.annotations.NullMarked;
