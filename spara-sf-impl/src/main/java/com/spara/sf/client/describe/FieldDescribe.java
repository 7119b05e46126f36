package com.spara.sf.client.describe;

import com.spara.sf.client.json.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Salesforce says of one field to the connected user. Two of them are equal if it says the same, which it does of a
 * standard field in most orgs.
 *
 * @param name the API name in Salesforce's own spelling
 * @param kind the type, as far as it is treated differently
 * @param length the most characters; 0 where there is no such limit
 * @param precision the most digits of a number in all
 * @param scale the digits behind the point
 * @param digits the most digits of a whole number
 * @param flags the bits of the flags that are set
 * @param relationship the name of the relationship to the parent; empty if the field is no reference
 * @param choices the active values of a picklist, in its order
 * @param referenceTo the objects that a reference may point to
 */
public record FieldDescribe(
        String name,
        FieldKind kind,
        int length,
        int precision,
        int scale,
        int digits,
        int flags,
        String relationship,
        List<String> choices,
        List<String> referenceTo) {

    FieldDescribe(JsonView json) {
        this(
                json.at("name").textOrEmpty(),
                FieldKind.of(json.at("type").textOrEmpty()),
                json.at("length").intOr(0),
                json.at("precision").intOr(0),
                json.at("scale").intOr(0),
                json.at("digits").intOr(0),
                FieldFlag.bits(json),
                json.at("relationshipName").textOrEmpty(),
                choices(json.at("picklistValues").items()),
                texts(json.at("referenceTo").items()));
    }

    private static List<String> choices(List<JsonView> picklist) {
        List<String> active = new ArrayList<>(picklist.size());
        for (JsonView value : picklist) {
            if (value.at("active").isTrue()) {
                active.add(value.at("value").textOrEmpty());
            }
        }
        return List.copyOf(active);
    }

    private static List<String> texts(List<JsonView> items) {
        return items.isEmpty()
                ? List.of()
                : items.stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Whether the field may be empty. */
    public boolean isNillable() {
        return FieldFlag.NILLABLE.isIn(flags);
    }

    /** Whether the connected user may write it when the record is made. */
    public boolean isCreateable() {
        return FieldFlag.CREATEABLE.isIn(flags);
    }

    /** Whether the connected user may write it later. */
    public boolean isUpdateable() {
        return FieldFlag.UPDATEABLE.isIn(flags);
    }

    /** Whether a record cannot be made without a value for it. */
    public boolean isRequiredOnCreate() {
        return isCreateable()
                && !isNillable()
                && !FieldFlag.DEFAULTED_ON_CREATE.isIn(flags)
                && kind != FieldKind.BOOLEAN;
    }

    /** Whether only the values of the picklist are taken. */
    public boolean isRestricted() {
        return FieldFlag.RESTRICTED_PICKLIST.isIn(flags);
    }

    /** Whether Salesforce takes no two records with the same value. */
    public boolean isUnique() {
        return FieldFlag.UNIQUE.isIn(flags);
    }

    /** Whether a query by the field is answered from an index. */
    public boolean isIndexed() {
        return kind == FieldKind.REFERENCE
                || FieldFlag.ID_LOOKUP.isIn(flags)
                || FieldFlag.EXTERNAL_ID.isIn(flags)
                || FieldFlag.UNIQUE.isIn(flags)
                || FieldFlag.NAME_FIELD.isIn(flags)
                || name.equals("Name");
    }

    /** Whether a condition may name the field. */
    public boolean isFilterable() {
        return FieldFlag.FILTERABLE.isIn(flags);
    }

    /** Whether texts that differ in case only are different values. */
    public boolean isCaseSensitive() {
        return FieldFlag.CASE_SENSITIVE.isIn(flags);
    }

    /** The spelling of a picklist's active value, found without regard to case. */
    public Optional<String> choice(String value) {
        for (String choice : choices) {
            if (choice.equalsIgnoreCase(value)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
