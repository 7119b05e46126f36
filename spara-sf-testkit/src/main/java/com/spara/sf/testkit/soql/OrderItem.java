package com.spara.sf.testkit.soql;

/** One entry of ORDER BY. */
record OrderItem(Expression expression, boolean isDescending, boolean isNullsLast) {}
