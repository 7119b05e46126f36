package com.spara.sf.client.push;

import com.spara.sf.client.describe.Describes;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushCost;

/** Foresees what a push costs. */
final class Costs {

    private Costs() {}

    static PushCost of(long leads, SyncSettings settings, Describes describes) {
        if (leads < 0) {
            throw new IllegalArgumentException("The cost of " + leads + " leads was asked for. Give 0 or more.");
        }
        long size = BatchSize.of(settings, describes);
        long batches = (leads + size - 1) / size;
        boolean writes =
                settings.rule("Lead").updates() || settings.rule("Contact").updates();
        return new PushCost(batches, batches * readsOfABatch(settings), writes ? batches : 0);
    }

    /** The built-in matchers and enrichers know all their questions beforehand; others may ask again after the first answer. */
    private static long readsOfABatch(SyncSettings settings) {
        boolean mayMatchLate =
                !Matching.standard().matchers().containsAll(settings.matching().matchers());
        boolean mayAskLater = !SyncSettings.standard().enrichers().containsAll(settings.enrichers());
        return 1L + (mayMatchLate ? 1 : 0) + (mayAskLater ? 1 : 0);
    }
}
