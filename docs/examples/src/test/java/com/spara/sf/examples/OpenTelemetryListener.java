package com.spara.sf.examples;

import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.SalesforceListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;

// region opentelemetry
/** A span for each call, below the span of whoever pushes; called on the pushing thread when the call is over. */
record OpenTelemetryListener(Tracer tracer, Clock clock) implements SalesforceListener {

    @Override
    public void called(String connection, CallReport call) {
        Span span = tracer.spanBuilder(call.method() + " " + call.resource())
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(clock.instant().minus(call.duration()))
                .startSpan();
        span.setAttribute("http.request.method", call.method());
        span.setAttribute("http.request.resend_count", call.attempt() - 1);
        span.setAttribute("http.response.status_code", call.status().orElse(0));
        if (call.status().orElse(0) / 100 != 2) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(clock.instant());
    }
}
// endregion
