package com.spara.sf.testkit.soql;

/** What every step of answering one query shares. */
record QueryContext(SoqlText text, SoqlSchema schema, Today today, boolean includeDeleted) {}
