package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The samples of {@code docs/operators.md}. */
@Timeout(60)
class OperatorsTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final FakeOrg org = FakeOrg.create();

    private void push(SalesforceListener listener) {
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().map("phone", "Phone"));
        org.next(Call.read()).answersError(503, "SERVER_UNAVAILABLE", "Server too busy");
        Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withListener(listener)
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings)
                .push(Lead.of("ada@example.com").with("phone", "1".repeat(41)));
    }

    @Test
    void micrometerCountsCallsAndOutcomes() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        push(new MicrometerListener(registry));
        assertEquals(
                1,
                registry.get("salesforce.calls")
                        .tags("status", "503", "retry", "false")
                        .timer()
                        .count());
        assertEquals(
                1,
                registry.get("salesforce.calls")
                        .tags("resource", "composite", "retry", "true")
                        .timer()
                        .count());
        assertEquals(
                1,
                registry.get("salesforce.leads")
                        .tag("outcome", "CREATED")
                        .counter()
                        .count());
    }

    @Test
    void micrometerCountsTheFieldsThatWereLeftOut() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        push(new MicrometerListener(registry));
        assertEquals(
                1,
                registry.get("salesforce.fields.left.out")
                        .tag("reason", "TOO_LONG")
                        .counter()
                        .count());
    }

    @Test
    void openTelemetryGetsASpanForEachCall() {
        push(new OpenTelemetryListener(TELEMETRY.getOpenTelemetry().getTracer("host"), org.clock()));
        List<SpanData> spans = TELEMETRY.getSpans();
        assertEquals(3, spans.size());
        assertEquals(StatusCode.ERROR, spans.get(0).getStatus().getStatusCode());
        assertTrue(spans.stream().allMatch(span -> span.getName().equals("POST composite")));
        assertTrue(spans.stream().noneMatch(span -> span.toString().contains("ada@example.com")));
    }
}
