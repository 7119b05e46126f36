/**
 * JSON text to JDK values and back; the one room that knows the JSON library. Open {@link com.spara.sf.client.json.JsonText}.
 * The digest of a text is here too, below all rooms that need one.
 */
@NullMarked
package com.spara.sf.client.json;

import org.jspecify.annotations.NullMarked;
