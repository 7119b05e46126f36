/** Files that fill an org, good ones and bad ones. */
@NullMarked
package com.spara.sf.testkit.contents;

import org.jspecify.annotations.NullMarked;
