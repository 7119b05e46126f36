package com.spara.sf.testkit.records;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.PicklistValue;
import com.spara.sf.testkit.schema.SObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every org has before anybody works in it, and the people and queues that an admin adds. */
public final class OrgSetup {
    private static final int ALIAS = 8;

    private final Records records;
    private final String organizationId;
    private final String profileId;
    private final String adminId;

    /** Fills an empty org: an organization, a profile, an administrator, the lead statuses. */
    public OrgSetup(Records records, String domain) {
        this.records = records;
        this.adminId = records.nextId(records.schema().require("User"));
        this.organizationId =
                plant("Organization", Map.of("Id", organizationId(domain), "Name", domain, "InstanceName", "FK1"));
        this.profileId = plant("Profile", Map.of("Name", "System Administrator"));
        plantAdmin(domain);
        plantLeadStatuses();
    }

    /** Orgs of different names are different orgs, also by their Ids. */
    private static String organizationId(String domain) {
        return RecordId.of(String.format("00DFk%010d", domain.hashCode() & Integer.MAX_VALUE))
                .value();
    }

    public String organizationId() {
        return organizationId;
    }

    /** The user who is connected unless somebody else is asked for. */
    public String adminId() {
        return adminId;
    }

    /** Adds an active user; the last word of the name is the last name. */
    public String addUser(String name, String email) {
        Map<String, Object> values = person(name, email);
        values.put("Username", freeUsername(email));
        return records.create(records.schema().require("User"), values, SaveOptions.admin(adminId));
    }

    public void deactivate(String userId) {
        records.update(userId, Map.of("IsActive", false), SaveOptions.admin(adminId));
    }

    /** Adds a queue that can own the records of these objects. */
    public String addQueue(String name, List<String> objects) {
        return records.exclusively(() -> {
            String queue = plant("Group", Map.of("Name", name, "Type", "Queue", "DeveloperName", developerName(name)));
            objects.forEach(object -> plant("QueueSobject", Map.of("QueueId", queue, "SobjectType", object)));
            return queue;
        });
    }

    /** Adds the record that stands for an active assignment rule. */
    public String addAssignmentRule(String object) {
        return plant("AssignmentRule", Map.of("Name", "Standard", "SobjectType", object, "Active", true));
    }

    /** Adds a record type, and the field for it where the object has none. */
    public String addRecordType(String object, String name, Map<String, List<String>> picklists) {
        return records.exclusively(() -> {
            SObject type = records.schema().require(object);
            if (type.field(RecordTypes.FIELD).isEmpty()) {
                records.addField(object, RecordTypes.field());
            }
            String id = plant(
                    "RecordType",
                    Map.of(
                            "Name",
                            name,
                            "DeveloperName",
                            developerName(name),
                            "SobjectType",
                            type.name(),
                            "IsActive",
                            true));
            records.rules().recordType(object, new RecordTypeInfo(id, name, picklists));
            return id;
        });
    }

    private void plantAdmin(String domain) {
        Map<String, Object> values = person("Org Admin", "admin@" + domain + ".example");
        values.put("Id", adminId);
        values.put("Username", "admin@" + domain + ".example");
        plant("User", values);
    }

    private void plantLeadStatuses() {
        int order = 0;
        for (PicklistValue status :
                records.schema().require("Lead").require("Status").picklistValues()) {
            order++;
            plant(
                    "LeadStatus",
                    Map.of(
                            "MasterLabel", status.value(),
                            "ApiName", status.value(),
                            "SortOrder", BigDecimal.valueOf(order),
                            "IsDefault", status.isDefault(),
                            "IsConverted", status.value().equals("Closed - Converted")));
        }
    }

    private Map<String, Object> person(String name, String email) {
        int space = name.lastIndexOf(' ');
        Map<String, Object> values = new HashMap<>();
        if (space > 0) {
            values.put("FirstName", name.substring(0, space));
        }
        values.put("LastName", name.substring(space + 1));
        values.put("Email", email);
        values.put("Alias", name.substring(space + 1, Math.min(name.length(), space + 1 + ALIAS)));
        values.put("ProfileId", profileId);
        values.put("IsActive", true);
        return values;
    }

    /** User names are unique, e-mail addresses are not. */
    private String freeUsername(String email) {
        String name = email;
        int number = 1;
        while (!records.findByKey(records.schema().require("User"), username(), name)
                .isEmpty()) {
            number++;
            name = email + "." + number;
        }
        return name;
    }

    private Field username() {
        return records.schema().require("User").require("Username");
    }

    private static String developerName(String name) {
        return name.replaceAll("\\W+", "_");
    }

    private String plant(String object, Map<String, ?> values) {
        return records.plant(object, values, adminId);
    }
}
