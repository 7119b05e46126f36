package com.spara.sf.client.auth;

/**
 * What tells one org from another.
 *
 * @param organizationId 18 characters, or empty where it is not known, as behind a token that the host gave
 * @param address where its API is, which is the address of no other org
 */
public record OrgKey(String organizationId, String address) {}
