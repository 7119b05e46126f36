/** The fake org as a program; it does nothing that a test could not do with {@link com.spara.sf.testkit.FakeOrg} itself. */
@NullMarked
package com.spara.sf.testkit.standalone;

import org.jspecify.annotations.NullMarked;
