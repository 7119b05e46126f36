package com.spara.sf.client.rest;

import com.spara.sf.connect.AccessToken;
import java.net.URI;

/** Where requests go and what they are let in with, until it expires. */
public record Access(URI origin, AccessToken token) {}
