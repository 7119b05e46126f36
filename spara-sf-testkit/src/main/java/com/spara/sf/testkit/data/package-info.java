/** Files that fill an org: JSON values that know where in the file they stand. Knows nothing of orgs. */
@NullMarked
package com.spara.sf.testkit.data;

import org.jspecify.annotations.NullMarked;
