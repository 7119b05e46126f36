package com.spara.sf.client;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The query jobs of a history. Those that are deleted are gone, as those of more than seven days are. */
final class JobsOfHistory {

    private static final Pattern ID = Pattern.compile("\"id\":\"(750\\w{15})\"");

    private final FakeOrg org;
    private int lost;

    JobsOfHistory(FakeOrg org) {
        this.org = org;
    }

    int made() {
        return ids().size();
    }

    int lost() {
        return lost;
    }

    void lose() {
        for (String id : ids()) {
            lost += delete(id) == 204 ? 1 : 0;
        }
    }

    private List<String> ids() {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals("jobs/query"))
                .flatMap(call -> ID.matcher(call.responseBody()).results().map(id -> id.group(1)))
                .toList();
    }

    private int delete(String id) {
        URI address = URI.create(org.url() + "/services/data/v66.0/jobs/query/" + id);
        WireRequest delete = WireRequest.of("DELETE", address).withHeader("Authorization", "Bearer " + org.token());
        try (WireResponse response = org.transport().send(delete, Duration.ofMinutes(1))) {
            return response.status();
        } catch (IOException troubled) {
            return 0;
        }
    }
}
