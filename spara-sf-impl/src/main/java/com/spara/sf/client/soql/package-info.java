/** Writes SOQL safely: literals are typed and escaped, names are checked. */
@NullMarked
package com.spara.sf.client.soql;

import org.jspecify.annotations.NullMarked;
