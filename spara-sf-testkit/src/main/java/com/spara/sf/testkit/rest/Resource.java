package com.spara.sf.testkit.rest;

/** Answers the requests under one path; throws {@link RestException} for an answer that is an error. */
@FunctionalInterface
interface Resource {
    RestAnswer answer(RestRequest request);
}
