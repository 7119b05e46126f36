/** The fake org, tested over its own wire. */
@NullMarked
package com.spara.sf.testkit;

import org.jspecify.annotations.NullMarked;
