package com.spara.sf.testkit.rest;

/** One part of a composite as it was answered. */
public record PassedPart(String method, String url, int status) {}
