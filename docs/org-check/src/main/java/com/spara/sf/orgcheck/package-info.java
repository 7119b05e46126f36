/**
 * Asks a real org what no document settles about Salesforce, with records that it makes and deletes.
 *
 * <p>Open {@code Assumptions} first: it lists what is asked. A further question is a class that implements {@code
 * Assumption}, and its line there.
 */
@NullMarked
package com.spara.sf.orgcheck;

import org.jspecify.annotations.NullMarked;
