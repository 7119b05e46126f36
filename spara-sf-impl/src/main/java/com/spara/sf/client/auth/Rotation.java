package com.spara.sf.client.auth;

/** Whether each refresh gives a new refresh token and ends the old one. */
enum Rotation {
    /** No refresh has shown it yet. */
    UNKNOWN,
    /** A refresh gave a new one. */
    ON,
    /** A refresh gave none, so that it may be repeated freely. */
    OFF
}
