package com.spara.sf.quickstart;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads as a list of JSON objects: a lead's field by its key. A date is {@code {"date": "2026-12-01"}}, a moment
 * {@code {"time": "2026-12-01T10:00:00Z"}}, a conversation a list of messages, and {@code "clear"} lists the fields to
 * be emptied. An Id written as {@code "@name"} is that of the record with this name in the fake org's data.
 */
final class LeadsFile {
    private static final String CLEAR = "clear";
    private static final String MARK = "@";
    private static final Set<String> IDS = Set.of(LeadField.SALESFORCE_LEAD_ID, LeadField.SALESFORCE_CONTACT_ID);
    private static final Set<String> MESSAGE = Set.of("at", "from", "text", "channel");

    private final Path file;
    private final Map<String, RecordId> names;

    private LeadsFile(Path file, Map<String, RecordId> names) {
        this.file = file;
        this.names = names;
    }

    /** The names are those that Ids may be written by. */
    static List<Lead> read(Path file, Map<String, RecordId> names) {
        return new LeadsFile(file, names).leads(InputFile.json(file));
    }

    private List<Lead> leads(@Nullable Object json) {
        List<Lead> leads = new ArrayList<>();
        for (Object item : list("the top", json)) {
            leads.add(lead("[" + leads.size() + "]", item));
        }
        return leads;
    }

    private Lead lead(String place, @Nullable Object json) {
        Lead lead = Lead.empty();
        for (Map.Entry<?, ?> member : object(place, json, Set.of()).entrySet()) {
            String key = String.valueOf(member.getKey());
            lead = with(lead, key, place + "." + key, member.getValue());
        }
        return lead;
    }

    private Lead with(Lead lead, String key, String place, @Nullable Object json) {
        if (key.equals(CLEAR)) {
            return clearing(lead, place, json);
        }
        if (lead.isCleared(key)) {
            throw refused(place, "the field is in the list 'clear' too; give it a value or clear it.");
        }
        Object value = key.equals(LeadField.CONVERSATION) && json instanceof List
                ? conversation(place, json)
                : value(key, place, json);
        try {
            return lead.with(key, value);
        } catch (IllegalArgumentException e) {
            throw refused(place, e.getMessage());
        }
    }

    private Lead clearing(Lead lead, String place, @Nullable Object json) {
        Lead cleared = lead;
        for (Object item : list(place, json)) {
            String key = text(place, item);
            if (lead.value(key).isPresent()) {
                throw refused(place, "the field '" + key + "' has a value too; give it a value or clear it.");
            }
            cleared = cleared.clearing(key);
        }
        return cleared;
    }

    private @Nullable Object value(String key, String place, @Nullable Object json) {
        if (json instanceof Map<?, ?> typed) {
            return moment(place, typed);
        }
        boolean named = IDS.contains(key) && json instanceof String text && text.startsWith(MARK);
        return named ? id(place, String.valueOf(json).substring(1)) : json;
    }

    private RecordId id(String place, String name) {
        RecordId id = names.get(name);
        if (id == null) {
            throw refused(place, "no record of the fake org's data is named '" + name + "'.");
        }
        return id;
    }

    private Object moment(String place, Map<?, ?> typed) {
        String type =
                typed.size() == 1 ? String.valueOf(typed.keySet().iterator().next()) : "";
        try {
            return switch (type) {
                case "date" -> LocalDate.parse(text(place, typed.get(type)));
                case "time" -> Instant.parse(text(place, typed.get(type)));
                default -> throw refused(place, "an object is either a 'date' or a 'time'.");
            };
        } catch (DateTimeException e) {
            throw refused(place, "dates are like 2026-11-23, times like 2026-11-23T09:00:00Z.");
        }
    }

    private Conversation conversation(String place, Object json) {
        List<Conversation.Message> messages = new ArrayList<>();
        for (Object item : list(place, json)) {
            messages.add(message(place + "[" + messages.size() + "]", item));
        }
        return Conversation.of(messages);
    }

    private Conversation.Message message(String place, @Nullable Object json) {
        Map<?, ?> message = object(place, json, MESSAGE);
        String from = text(place + ".from", message.get("from"));
        String text = text(place + ".text", message.get("text"));
        Conversation.Message plain = Conversation.Message.of(at(place + ".at", message.get("at")), from, text);
        Object channel = message.get("channel");
        return channel == null ? plain : plain.via(text(place + ".channel", channel));
    }

    private Instant at(String place, @Nullable Object json) {
        try {
            return Instant.parse(text(place, json));
        } catch (DateTimeException e) {
            throw refused(place, "times are like 2026-11-23T09:00:00Z.");
        }
    }

    private List<?> list(String place, @Nullable Object json) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw refused(place, "a list in brackets is expected.");
    }

    private Map<?, ?> object(String place, @Nullable Object json, Set<String> known) {
        if (!(json instanceof Map<?, ?> object)) {
            throw refused(place, "an object in braces is expected.");
        }
        for (Object name : object.keySet()) {
            if (!known.isEmpty() && !known.contains(String.valueOf(name))) {
                throw refused(place, "'" + name + "' is not known here.");
            }
        }
        return object;
    }

    private String text(String place, @Nullable Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw refused(place, json == null ? "this is missing." : "a text is expected.");
    }

    private InputException refused(String place, @Nullable String why) {
        return new InputException(file + ", at " + place + ": " + why);
    }
}
