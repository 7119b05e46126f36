package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A host whose leads are a number each, which grows with every change; the number goes into the Lead's Rating. */
final class OutboxHost implements Outbox.Leads {

    static final SyncSettings SETTINGS = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("host_id", "Host_Id__c")
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map("state", "State__c")
                    .keyedBy("Host_Id__c"));

    private final DataSource database;
    private final String org;

    OutboxHost(DataSource database, String org) {
        this.database = database;
        this.org = org;
    }

    /** An org whose admin made the fields. */
    static FakeOrg fields(FakeOrg org) {
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
        org.addField("Lead", FakeField.number("State__c", 12, 0));
        return org;
    }

    /** Changes leads, new ones among them, and enqueues them, in one transaction. */
    void change(List<String> ids) throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            change(transaction, ids);
            transaction.commit();
        }
    }

    void change(Connection transaction, List<String> ids) throws SQLException {
        for (String id : ids) {
            if (update(transaction, "UPDATE host_lead SET state = state + 1 WHERE id = ?", id) == 0) {
                update(transaction, "INSERT INTO host_lead (id, state) VALUES (?, 1)", id);
            }
            Outbox.enqueue(transaction, org, id);
        }
    }

    private static int update(Connection transaction, String sql, String id) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setString(1, id);
            return statement.executeUpdate();
        }
    }

    @Override
    public Map<String, Lead> load(Collection<String> ids) throws SQLException {
        Map<String, Lead> leads = new HashMap<>();
        states(ids).forEach((id, state) -> leads.put(id, lead(id, state)));
        return leads;
    }

    private static Lead lead(String id, long state) {
        return Lead.of(id + "@example.com")
                .with("host_id", id)
                .with("last_name", id)
                .with("company", id)
                .with("state", state);
    }

    private Map<String, Long> states(Collection<String> ids) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(Math.max(1, ids.size()), "?"));
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id, state FROM host_lead WHERE id IN (" + marks + ")")) {
            List<String> parameters = new ArrayList<>(ids.isEmpty() ? List.of("") : ids);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            return read(statement.executeQuery());
        }
    }

    /** All leads with their states. */
    Map<String, Long> states() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT id, state FROM host_lead")) {
            return read(statement.executeQuery());
        }
    }

    private static Map<String, Long> read(ResultSet rows) throws SQLException {
        Map<String, Long> states = new HashMap<>();
        while (rows.next()) {
            states.put(rows.getString(1), rows.getLong(2));
        }
        return states;
    }

    /** What the org holds, by the host's ids; throws if one is there twice. */
    static Map<String, Long> pushed(FakeOrg org) {
        Map<String, Long> states = new HashMap<>();
        org.records("Lead").forEach(record -> {
            Long before = states.put(record.text("Host_Id__c"), Long.parseLong(record.text("State__c")));
            if (before != null) {
                throw new IllegalStateException("A lead is there twice.");
            }
        });
        return states;
    }

    /** How many wait; those that were set aside do not. */
    long waiting() throws SQLException {
        return number("SELECT COUNT(*) FROM outbox WHERE due IS NOT NULL");
    }

    long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
