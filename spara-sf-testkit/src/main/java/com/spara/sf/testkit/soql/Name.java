package com.spara.sf.testkit.soql;

/** A name as the query spells it, and where. */
record Name(String text, int position) {}
