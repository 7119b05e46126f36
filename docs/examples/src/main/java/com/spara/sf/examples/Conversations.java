package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A host whose leads change with every message, and are pushed every few seconds. */
// region coalesce
final class Conversations {

    private final Map<String, Lead> changed = new LinkedHashMap<>();

    /** Called with every message: what is known of the person now. */
    synchronized void changed(String conversation, Lead lead) {
        changed.merge(conversation, lead, Lead::foldedWith);
    }

    /** Called every few seconds, by one thread: each lead that changed is pushed once, with its latest values. */
    void push(SalesforceSync sync) {
        Map<String, Lead> due = takeAll();
        List<PushResult> results = List.of();
        try {
            results = sync.pushAll(due.values()).results();
        } finally {
            putBackUnlessSent(due, results.iterator());
        }
    }

    private void putBackUnlessSent(Map<String, Lead> due, Iterator<PushResult> results) {
        due.forEach((conversation, lead) -> {
            if (!results.hasNext() || results.next().isNeverSent()) {
                putBack(conversation, lead);
            }
        });
    }

    private synchronized Map<String, Lead> takeAll() {
        Map<String, Lead> due = new LinkedHashMap<>(changed);
        changed.clear();
        return due;
    }

    private synchronized void putBack(String conversation, Lead lead) {
        changed.merge(conversation, lead, (newer, older) -> older.foldedWith(newer));
    }
}
// endregion
