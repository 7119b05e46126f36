package com.spara.sf.client;

import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.push.PipelineSync;
import com.spara.sf.client.push.PushEngine;
import com.spara.sf.client.rest.ApiVersion;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.OrgWire;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.SalesforceSync;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A connection with a token that was given; all its syncs share one engine. */
final class OrgConnection implements Connection {

    /** What differs between a test and production. */
    record Seams(Transport transport, Duration deadline, Clock clock, Sleeper sleeper, RandomGenerator random) {

        Seams with(Duration newDeadline) {
            return new Seams(transport, newDeadline, clock, sleeper, random);
        }

        Seams with(Clock newClock) {
            return new Seams(transport, deadline, newClock, sleeper, random);
        }

        Seams with(Sleeper newSleeper) {
            return new Seams(transport, deadline, clock, newSleeper, random);
        }
    }

    private final URI origin;
    private final Seams seams;
    private final PushEngine engine;

    OrgConnection(URI origin, Seams seams, PushEngine engine) {
        this.origin = origin;
        this.seams = seams;
        this.engine = engine;
    }

    static PushEngine engine(URI origin, Seams seams, AccessToken token) {
        OrgWire wire = new OrgWire(seams.transport(), origin, token, seams.deadline());
        Composite composite = new Composite(wire, ApiVersion.PINNED, seams.random());
        return new PushEngine(composite, new Describes(seams.clock()), seams.clock(), seams.sleeper());
    }

    @Override
    public SalesforceSync sync(SyncSettings settings) {
        return new PipelineSync(engine, settings, this::newName);
    }

    private UUID newName() {
        return new UUID(seams.random().nextLong(), seams.random().nextLong());
    }

    @Override
    public URI url() {
        return origin;
    }

    @Override
    public String toString() {
        return "Connection[" + origin + "]";
    }
}
