/** JSON text to JDK values and back; the one room that knows the JSON library. Open {@link com.spara.sf.client.json.JsonText}. */
@NullMarked
package com.spara.sf.client.json;

import org.jspecify.annotations.NullMarked;
