package com.spara.sf.examples;

import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.sync.PushResult;
import io.micrometer.core.instrument.MeterRegistry;

// region micrometer
/** Counts and times for a registry; no tag has more values than there are resources, statuses, outcomes and reasons. */
record MicrometerListener(MeterRegistry registry) implements SalesforceListener {

    @Override
    public void called(String connection, CallReport call) {
        String status = call.status().isPresent() ? "" + call.status().getAsInt() : "none";
        String retry = "" + (call.attempt() > 1);
        registry.timer("salesforce.calls", "resource", call.resource(), "status", status, "retry", retry)
                .record(call.duration());
        registry.summary("salesforce.received.bytes").record(call.bytesReceived());
        call.callsUsed()
                .ifPresent(used -> registry.summary("salesforce.api.used").record(used));
    }

    @Override
    public void pushed(String connection, PushResult result) {
        registry.counter("salesforce.leads", "outcome", "" + result.lead().outcome())
                .increment();
        for (FieldDecision field : result.lead().fieldsLeftOut()) {
            String reason = field.reason().code();
            registry.counter("salesforce.fields.left.out", "reason", reason).increment();
        }
    }

    @Override
    public void connectionChanged(String connection, ConnectionState state) {
        registry.counter("salesforce.connections", "status", "" + state.status())
                .increment();
    }
}
// endregion
