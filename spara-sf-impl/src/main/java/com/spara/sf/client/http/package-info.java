/** The wire of production: the JDK's HTTP client behind the transport seam. */
@NullMarked
package com.spara.sf.client.http;

import org.jspecify.annotations.NullMarked;
