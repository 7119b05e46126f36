package com.spara.sf.client.http;

import java.io.IOException;

/** An answer that is longer than is read; the message says by which limit, as a part of a sentence. */
public final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Makes one; the message says by which limit. */
    public TooLongException(String why) {
        super(why);
    }
}
