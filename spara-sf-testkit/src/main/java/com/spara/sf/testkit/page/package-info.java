/** HTML for people who look into an org with a browser. Knows nothing of orgs. */
@NullMarked
package com.spara.sf.testkit.page;

import org.jspecify.annotations.NullMarked;
