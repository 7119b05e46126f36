/**
 * How an org is connected, stays so, and is let go: OAuth, one refresh for everybody, what is stored. Open {@link
 * com.spara.sf.client.auth.ConnectionAccess}. Knows no leads.
 */
@NullMarked
package com.spara.sf.client.auth;

import org.jspecify.annotations.NullMarked;
