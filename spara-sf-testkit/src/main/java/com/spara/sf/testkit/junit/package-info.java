/**
 * The fake org in a JUnit test: {@link com.spara.sf.testkit.junit.FakeOrgExtension} gives each test an org of its own. It is
 * the only package that needs JUnit.
 */
@NullMarked
package com.spara.sf.testkit.junit;

import org.jspecify.annotations.NullMarked;
