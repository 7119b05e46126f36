package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonGenerator;

/** One JSON value that can be written, as often as it is needed; it does not change in between. */
@FunctionalInterface
interface JsonBody {
    void write(JsonGenerator json);
}
