/** What Salesforce says of its fields, and what of a value fits into one. */
@NullMarked
package com.spara.sf.client.describe;

import org.jspecify.annotations.NullMarked;
