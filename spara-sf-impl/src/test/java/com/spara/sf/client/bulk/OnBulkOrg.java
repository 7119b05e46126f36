package com.spara.sf.client.bulk;

import com.spara.sf.client.rest.Access;
import com.spara.sf.client.rest.Allowance;
import com.spara.sf.client.rest.ApiVersion;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.client.rest.OrgAccess;
import com.spara.sf.client.rest.OrgWire;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.CallReport;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;

/** The jobs of a fresh fake org for each test, whose clock goes on while somebody waits. */
@Timeout(60)
abstract class OnBulkOrg {

    final FakeOrg org = FakeOrg.create();
    final List<CallReport> reports = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final Composite composite = new Composite(wire(), ApiVersion.PINNED, new Random(1));
    final BulkJobs jobs = new BulkJobs(composite, this::sleep);

    private void sleep(Duration time) {
        pauses.add(time);
        org.clock().advance(time);
    }

    private OrgWire wire() {
        OrgWire.Seams seams = new OrgWire.Seams(org.transport(), org.clock(), this::sleep, new Random(2), reports::add);
        Allowance allowance = new Allowance(org.clock());
        Access access = new Access(URI.create(org.url()), AccessToken.of(org.token()));
        return new OrgWire(seams, new FixedAccess(access), () -> allowance);
    }

    CallMeter meter() {
        return new CallMeter(Deadline.after(org.clock(), Duration.ofMinutes(2)));
    }

    private record FixedAccess(Access access) implements OrgAccess {

        @Override
        public String org() {
            return "org";
        }

        @Override
        public Access current(Deadline deadline) {
            return access;
        }

        @Override
        public Access renewed(Access expired, Deadline deadline) {
            return access;
        }

        @Override
        public boolean isJustGiven(Access fresh) {
            return true;
        }

        @Override
        public CallFailure refused(Access fresh) {
            throw new IllegalStateException("The token does not expire here.");
        }
    }
}
