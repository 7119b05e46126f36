package com.spara.sf.quickstart;

import com.spara.sf.SalesforceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one run did, or would do. The API calls are empty when nobody counted them. */
record Report(
        String org,
        boolean isPlan,
        List<LeadReport> leads,
        OptionalInt apiCalls,
        Optional<SalesforceException> stoppedBy) {}
