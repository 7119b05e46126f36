/** The JUnit extension, tested without an engine. */
@NullMarked
package com.spara.sf.testkit.junit;

import org.jspecify.annotations.NullMarked;
