package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PulledLead;
import com.spara.sf.sync.SalesforceSync;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the leads of a page, which may be thousands, each holds its values, and all of them together the names of their fields. */
class PulledLeadNamesTest extends OnFakeOrg {

    private static final PullRule LEADS = PullRule.leads("all").map("LastName", "last_name");
    private static final PullRule CONTACTS = PullRule.contacts("all").map("LastName", "last_name");

    private final SalesforceSync sync = connection.sync(SyncSettings.standard());

    static Stream<PullRule> rules() {
        return Stream.of(LEADS, LEADS.inBulkFrom(5), CONTACTS, CONTACTS.inBulkFrom(5));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void areTheSameForTheLeadsOfAPage(PullRule rule) {
        org.pageSize(5);
        for (int i = 0; i < 20; i++) {
            org.add("Lead", "LastName", "n" + i, "Company", "Acme");
            org.add("Contact", "LastName", "n" + i, "AccountId", org.add("Account", "Name", "Acme " + i));
        }
        sync.pullAll(rule, PullCursor.start(), KnownLeads.none())
                .forEach(page -> assertEquals(1, names(page.leads()).size()));
    }

    private static Set<Object> names(List<PulledLead> leads) {
        Set<Object> names = Collections.newSetFromMap(new IdentityHashMap<>());
        leads.forEach(pulled -> names.add(names(pulled.lead())));
        return names;
    }

    private static Object names(Lead lead) {
        try {
            Field names = lead.values().getClass().getDeclaredField("names");
            names.setAccessible(true);
            return names.get(lead.values());
        } catch (ReflectiveOperationException other) {
            throw new AssertionError(other);
        }
    }
}
