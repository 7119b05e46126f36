package com.spara.sf.testkit.rest;

import java.util.Map;

/** What a person sees who opens the org's own address in a browser. */
@FunctionalInterface
public interface FrontPage {
    /** The page as HTML; the parameters are those of the address. */
    String html(Map<String, String> parameters);
}
