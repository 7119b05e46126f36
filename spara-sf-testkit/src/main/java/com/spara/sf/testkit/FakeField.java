package com.spara.sf.testkit;

import com.spara.sf.testkit.schema.CustomField;
import com.spara.sf.testkit.schema.FieldDraft;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A custom field as an admin would make it: writable, not required, not unique. Immutable: each wither returns another
 * field.
 *
 * <pre>{@code
 * org.addField("Lead", FakeField.text("Customer_No__c", 20).externalId().unique());
 * }</pre>
 */
public final class FakeField {
    private static final int LONGEST_SHORT_TEXT = 255;
    private static final int EMAIL_LENGTH = 80;
    private static final int PHONE_LENGTH = 40;
    private static final int ID_LENGTH = 18;
    private static final int CHOICES_LENGTH = 4_099;
    private static final String CUSTOM = "__c";

    private final String name;
    private final FieldType type;
    private final UnaryOperator<FieldDraft> rest;

    private FakeField(String name, FieldType type, UnaryOperator<FieldDraft> rest) {
        this.name = name;
        this.type = type;
        this.rest = rest;
    }

    private FakeField and(UnaryOperator<FieldDraft> more) {
        return new FakeField(name, type, draft -> more.apply(rest.apply(draft)));
    }

    /** The draft for one org. */
    FieldDraft draft() {
        return rest.apply(CustomField.of(name, type));
    }

    /**
     * Returns a text field: a string of up to 255 characters, and a long text area above that.
     *
     * @param name the API name, for example {@code Chat_Transcript__c}
     * @param length the most characters it holds
     * @return the field
     */
    public static FakeField text(String name, int length) {
        return length > LONGEST_SHORT_TEXT
                ? longText(name, length)
                : new FakeField(name, FieldType.STRING, field -> field.length(length));
    }

    /**
     * Returns a long text area, which cannot be filtered or sorted.
     *
     * @param name the API name
     * @param length the most characters it holds, above 255
     * @return the field
     */
    public static FakeField longText(String name, int length) {
        return new FakeField(
                name,
                FieldType.TEXTAREA,
                field -> field.length(length)
                        .without(
                                FieldFlag.FILTERABLE, FieldFlag.SORTABLE, FieldFlag.GROUPABLE, FieldFlag.AGGREGATABLE));
    }

    /**
     * Returns a checkbox, which is false unless it is set.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField checkbox(String name) {
        return new FakeField(
                name,
                FieldType.BOOLEAN,
                field -> field.without(FieldFlag.NILLABLE).with(FieldFlag.DEFAULTED_ON_CREATE));
    }

    /**
     * Returns a number.
     *
     * @param name the API name
     * @param precision the digits in all, at most 18
     * @param scale how many of them are decimals
     * @return the field
     */
    public static FakeField number(String name, int precision, int scale) {
        return decimal(name, FieldType.DOUBLE, field -> field.digits(precision, scale));
    }

    /**
     * Returns a currency field of 18 digits, 2 of them decimals.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField currency(String name) {
        return decimal(name, FieldType.CURRENCY, field -> field.digits(18, 2));
    }

    /**
     * Returns a percent field of 5 digits, 2 of them decimals.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField percent(String name) {
        return decimal(name, FieldType.PERCENT, field -> field.digits(5, 2));
    }

    private static FakeField decimal(String name, FieldType type, UnaryOperator<FieldDraft> digits) {
        return new FakeField(name, type, field -> digits.apply(field).without(FieldFlag.GROUPABLE));
    }

    /**
     * Returns a date.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField date(String name) {
        return new FakeField(name, FieldType.DATE, field -> field);
    }

    /**
     * Returns a date-time of whole seconds.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField dateTime(String name) {
        return new FakeField(name, FieldType.DATETIME, field -> field.without(FieldFlag.GROUPABLE));
    }

    /**
     * Returns a picklist that also takes values it does not offer, unless it is {@link #restricted()}.
     *
     * @param name the API name
     * @param values what it offers
     * @return the field
     */
    public static FakeField picklist(String name, String... values) {
        return new FakeField(
                name,
                FieldType.PICKLIST,
                field -> field.length(LONGEST_SHORT_TEXT).picklist(List.of(values)));
    }

    /**
     * Returns a picklist of which several values can be chosen, joined by semicolons.
     *
     * @param name the API name
     * @param values what it offers
     * @return the field
     */
    public static FakeField multiPicklist(String name, String... values) {
        return new FakeField(
                name,
                FieldType.MULTIPICKLIST,
                field -> field.length(CHOICES_LENGTH)
                        .picklist(List.of(values))
                        .without(FieldFlag.SORTABLE, FieldFlag.GROUPABLE, FieldFlag.AGGREGATABLE));
    }

    /**
     * Returns a lookup to another object, under the relationship {@code Region__r} for {@code Region__c}.
     *
     * @param name the API name
     * @param object the object it refers to
     * @return the field
     */
    public static FakeField reference(String name, String object) {
        String upwards = name.endsWith(CUSTOM) ? name.substring(0, name.length() - 1) + "r" : name;
        return new FakeField(
                name, FieldType.REFERENCE, field -> field.length(ID_LENGTH).refersTo(List.of(object), upwards, null));
    }

    /**
     * Returns an e-mail address of up to 80 characters.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField email(String name) {
        return new FakeField(name, FieldType.EMAIL, field -> field.length(EMAIL_LENGTH));
    }

    /**
     * Returns a telephone number of up to 40 characters.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField phone(String name) {
        return new FakeField(name, FieldType.PHONE, field -> field.length(PHONE_LENGTH));
    }

    /**
     * Returns a web address of up to 255 characters.
     *
     * @param name the API name
     * @return the field
     */
    public static FakeField url(String name) {
        return new FakeField(name, FieldType.URL, field -> field.length(LONGEST_SHORT_TEXT));
    }

    /**
     * Returns this field as an external id, by which records can be found and upserted.
     *
     * @return the field
     */
    public FakeField externalId() {
        return and(field -> field.with(FieldFlag.EXTERNAL_ID, FieldFlag.ID_LOOKUP));
    }

    /**
     * Returns this field so that no two records have the same value; texts that differ in case only are the same.
     *
     * @return the field
     */
    public FakeField unique() {
        return and(field -> field.with(FieldFlag.UNIQUE));
    }

    /**
     * Returns this field so that upper and lower case differ.
     *
     * @return the field
     */
    public FakeField caseSensitive() {
        return and(field -> field.with(FieldFlag.CASE_SENSITIVE));
    }

    /**
     * Returns this field so that every record must have a value.
     *
     * @return the field
     */
    public FakeField required() {
        return and(field -> field.without(FieldFlag.NILLABLE));
    }

    /**
     * Returns this field with a value that a new record gets when none is sent.
     *
     * @param value a value of the field's own type
     * @return the field
     */
    public FakeField defaultValue(Object value) {
        return and(field -> field.defaultValue(value).with(FieldFlag.DEFAULTED_ON_CREATE));
    }

    /**
     * Returns this picklist so that it takes only what it offers.
     *
     * @return the field
     */
    public FakeField restricted() {
        return and(field -> field.with(FieldFlag.RESTRICTED_PICKLIST));
    }

    /**
     * Returns this field so that nobody can write it.
     *
     * @return the field
     */
    public FakeField readOnly() {
        return and(field -> field.without(FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE));
    }

    /**
     * Returns this field with a label of its own.
     *
     * @param text what people see
     * @return the field
     */
    public FakeField label(String text) {
        return and(field -> field.label(text));
    }

    /**
     * Returns this lookup with a name for the way back, for example {@code Invoices__r}.
     *
     * @param relationshipName how the object referred to calls the records that refer to it
     * @return the field
     */
    public FakeField children(String relationshipName) {
        return and(field -> field.childRelationship(relationshipName));
    }

    @Override
    public String toString() {
        return name + " " + type.wireName();
    }
}
