package com.spara.sf.testkit.records;

import java.util.List;

/** The rules of the platform in the order in which Salesforce runs them. */
final class SavePipeline {
    private final List<SaveStep> steps;

    SavePipeline(List<SaveStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The row to store; throws {@link RefusedException} when a step refuses. */
    Row run(Save save) {
        steps.forEach(step -> step.apply(save));
        return save.row();
    }
}
