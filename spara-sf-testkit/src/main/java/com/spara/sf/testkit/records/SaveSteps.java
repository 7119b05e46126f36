package com.spara.sf.testkit.records;

import java.util.ArrayList;
import java.util.List;

/** The rules of the platform and of the org, in the order in which Salesforce runs them. */
record SaveSteps(SavePipeline reading, Triggers triggers, SavePipeline checking) {
    /** Before the triggers: what was sent; after them: the record as a whole. */
    static SaveSteps of(Platform platform, OrgRules rules) {
        List<SaveStep> reading = new ArrayList<>();
        reading.add(rules.access().forRequests());
        reading.add(platform.incoming());
        rules.early().forEach(step -> reading.add(step.forRequests()));
        reading.add(rules.locks()::requireCommitted);
        reading.add(platform.converted());
        reading.add(new DefaultValues());
        List<SaveStep> checking = new ArrayList<>();
        rules.flows().forEach(step -> checking.add(step.forRequests()));
        checking.addAll(List.of(new RequiredFields(), new RestrictedPicklists(), rules.recordTypes()));
        checking.addAll(platform.links());
        rules.late().forEach(step -> checking.add(step.forRequests()));
        checking.addAll(platform.last());
        return new SaveSteps(new SavePipeline(reading), rules.triggers(), new SavePipeline(checking));
    }

    /**
     * The platform's own rules that need to know the org.
     *
     * @param links what follows from other records and fields
     * @param last what is done when nobody refuses any more
     */
    record Platform(SaveStep incoming, SaveStep converted, List<SaveStep> links, List<SaveStep> last) {}
}
