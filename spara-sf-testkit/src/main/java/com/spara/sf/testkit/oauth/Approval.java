package com.spara.sf.testkit.oauth;

import org.jspecify.annotations.Nullable;

/** What an app was let do: with which scopes, and by which refresh token where it has one. */
record Approval(App app, Scopes scopes, @Nullable Grant grant) {}
