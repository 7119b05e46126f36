package com.spara.sf.testkit.rest;

/** Who is connected. */
record Session(String userId) {}
