/** Salesforce's REST API: one call with its errors, and the composite of several. Knows no leads. */
@NullMarked
package com.spara.sf.client.rest;

import org.jspecify.annotations.NullMarked;
