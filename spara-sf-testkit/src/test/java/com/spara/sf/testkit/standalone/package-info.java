/** The fake org as a process of its own. */
@NullMarked
package com.spara.sf.testkit.standalone;

import org.jspecify.annotations.NullMarked;
