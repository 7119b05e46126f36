package com.spara.sf.client.describe;

import com.spara.sf.client.json.JsonView;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What Salesforce says of one field to the connected user. */
public final class FieldDescribe {

    private static final List<String> FLAGS = List.of(
            "nillable",
            "createable",
            "updateable",
            "defaultedOnCreate",
            "restrictedPicklist",
            "idLookup",
            "externalId",
            "unique",
            "nameField",
            "caseSensitive",
            "filterable");

    private final String name;
    private final FieldKind kind;
    private final int length;
    private final int precision;
    private final int scale;
    private final int digits;
    private final Set<String> flags;
    private final String relationshipName;
    private final Map<String, String> choices;
    private final List<String> referenceTo;

    FieldDescribe(JsonView json) {
        this.name = json.at("name").textOrEmpty();
        this.kind = FieldKind.of(json.at("type").textOrEmpty());
        this.length = json.at("length").intOr(0);
        this.precision = json.at("precision").intOr(0);
        this.scale = json.at("scale").intOr(0);
        this.digits = json.at("digits").intOr(0);
        this.flags = FLAGS.stream().filter(flag -> json.at(flag).isTrue()).collect(Collectors.toUnmodifiableSet());
        this.relationshipName = json.at("relationshipName").textOrEmpty();
        this.choices = choices(json);
        this.referenceTo = json.at("referenceTo").items().stream()
                .flatMap(target -> target.text().stream())
                .toList();
    }

    private static Map<String, String> choices(JsonView json) {
        Map<String, String> byFolded = new HashMap<>();
        for (JsonView value : json.at("picklistValues").items()) {
            if (value.at("active").isTrue()) {
                String text = value.at("value").textOrEmpty();
                byFolded.put(text.toLowerCase(Locale.ROOT), text);
            }
        }
        return Collections.unmodifiableMap(byFolded);
    }

    /** The API name in Salesforce's own spelling. */
    public String name() {
        return name;
    }

    /** The type, as far as it is treated differently. */
    public FieldKind kind() {
        return kind;
    }

    /** The most characters; 0 where there is no such limit. */
    public int length() {
        return length;
    }

    /** The most digits of a number in all. */
    public int precision() {
        return precision;
    }

    /** The digits behind the point. */
    public int scale() {
        return scale;
    }

    /** The most digits of a whole number. */
    public int digits() {
        return digits;
    }

    /** Whether the field may be empty. */
    public boolean isNillable() {
        return flags.contains("nillable");
    }

    /** Whether the connected user may write it when the record is made. */
    public boolean isCreateable() {
        return flags.contains("createable");
    }

    /** Whether the connected user may write it later. */
    public boolean isUpdateable() {
        return flags.contains("updateable");
    }

    /** Whether a record cannot be made without a value for it. */
    public boolean isRequiredOnCreate() {
        return isCreateable() && !isNillable() && !flags.contains("defaultedOnCreate") && kind != FieldKind.BOOLEAN;
    }

    /** Whether only the values of the picklist are taken. */
    public boolean isRestricted() {
        return flags.contains("restrictedPicklist");
    }

    /** Whether a query by the field is answered from an index. */
    public boolean isIndexed() {
        return kind == FieldKind.REFERENCE
                || flags.contains("idLookup")
                || flags.contains("externalId")
                || flags.contains("unique")
                || flags.contains("nameField")
                || name.equals("Name");
    }

    /** Whether texts that differ in case only are different values. */
    public boolean isCaseSensitive() {
        return flags.contains("caseSensitive");
    }

    /** The name of the relationship to the parent, if the field is a reference. */
    public Optional<String> relationshipName() {
        return relationshipName.isEmpty() ? Optional.empty() : Optional.of(relationshipName);
    }

    /** The objects that a reference may point to. */
    public List<String> referenceTo() {
        return referenceTo;
    }

    /** The spelling of a picklist's active value, found without regard to case. */
    public Optional<String> choice(String value) {
        return Optional.ofNullable(choices.get(value.toLowerCase(Locale.ROOT)));
    }
}
