package com.spara.sf.client.auth;

import com.spara.sf.connect.OrgAddress;

/**
 * Which org a connection leads to.
 *
 * @param login where tokens are asked for
 * @param instance where the API is, as Salesforce last gave it
 * @param organizationId empty where it is not known
 * @param userId empty where it is not known
 */
record OrgPlace(OrgAddress login, OrgAddress instance, String organizationId, String userId) {

    static OrgPlace unknown(OrgAddress address) {
        return new OrgPlace(address, address, "", "");
    }

    /** Where the answer leads; after a rename tokens are asked for at the new address too. An unknown address leads nowhere. */
    OrgPlace seen(TokenAnswer answer) {
        OrgAddress now = answer.instance().orElse(instance);
        return new OrgPlace(
                answer.instance().orElse(login),
                now,
                answer.identity().organizationId().isEmpty()
                        ? organizationId
                        : answer.identity().organizationId(),
                answer.identity().userId().isEmpty()
                        ? userId
                        : answer.identity().userId());
    }

    /** Whether both are known, and known to be two. */
    boolean isOtherOrgThan(OrgPlace other) {
        return !organizationId.isEmpty()
                && !other.organizationId.isEmpty()
                && !organizationId.equals(other.organizationId);
    }
}
