package com.spara.sf.testkit.rest;

import java.util.List;

/**
 * One HTTP call as it went by.
 *
 * @param resource the path below the version, without the query string
 * @param status what was answered; 0 when the call got no answer
 * @param apiCalls how many calls Salesforce counts for it
 */
public record PassedCall(
        String method,
        String resource,
        int status,
        int apiCalls,
        List<PassedPart> parts,
        byte[] requestBody,
        byte[] responseBody) {}
