package com.spara.sf.testkit.rest;

import java.util.Map;

/** One HTTP answer as it leaves, and what happens to it on the way. */
public record WireReply(int status, Map<String, String> headers, WireBody body, Delivery delivery) {}
