package com.spara.sf.testkit.rest;

import java.util.Map;

/** One HTTP answer as it leaves. */
public record WireReply(int status, Map<String, String> headers, byte[] body) {}
