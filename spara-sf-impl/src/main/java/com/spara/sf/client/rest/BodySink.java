package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonView;
import java.io.IOException;
import java.io.InputStream;

/** Takes a body that is no JSON while it comes. When the request is sent again, it is called again from the beginning. */
@FunctionalInterface
public interface BodySink {

    /**
     * Reads a body, as far as it wants to.
     *
     * @param headers the answer's headers
     * @param body the body, expanded where it came compressed
     * @throws IOException if it broke off, or is not what it should be; then the request is sent again
     */
    void take(JsonView headers, InputStream body) throws IOException;
}
