/** How values hold what they hold. Not exported. */
@NullMarked
package com.spara.sf.values;

import org.jspecify.annotations.NullMarked;
