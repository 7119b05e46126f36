package com.spara.sf.testkit;

import com.spara.sf.RecordId;

/**
 * What became of a converted lead.
 *
 * @param leadId the lead, which is read-only from now on
 * @param accountId the account that was made or used
 * @param contactId the contact that was made or used
 * @param opportunityId the opportunity that was made
 */
public record Conversion(RecordId leadId, RecordId accountId, RecordId contactId, RecordId opportunityId) {}
