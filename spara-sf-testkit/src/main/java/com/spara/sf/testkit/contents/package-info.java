/**
 * What an org is filled with, as JSON that a person can write: open {@link com.spara.sf.testkit.contents.OrgData}. It does
 * nothing that a test could not do with {@link com.spara.sf.testkit.FakeOrg} itself.
 */
@NullMarked
package com.spara.sf.testkit.contents;

import org.jspecify.annotations.NullMarked;
