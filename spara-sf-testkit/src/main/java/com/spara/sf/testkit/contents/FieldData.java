package com.spara.sf.testkit.contents;

import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.data.JsonPlace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Custom fields as a file describes them: the factories and withers of {@link FakeField} by their names. */
final class FieldData {
    private static final int SHORT_TEXT = 255;
    private static final int LONG_TEXT = 131_072;
    private static final int DIGITS = 18;
    private static final Set<String> COMMON = Set.of("name", "type", "label", "default");
    private static final Map<String, UnaryOperator<FakeField>> FLAGS = new TreeMap<>(Map.of(
            "externalId", FakeField::externalId,
            "unique", FakeField::unique,
            "caseSensitive", FakeField::caseSensitive,
            "required", FakeField::required,
            "restricted", FakeField::restricted,
            "readOnly", FakeField::readOnly));

    private final JsonPlace place;
    private final String name;
    private final JsonPlace type;

    private FieldData(JsonPlace place) {
        this.place = place;
        this.name = place.require("name").text();
        this.type = place.require("type");
    }

    static FakeField field(JsonPlace place) {
        FieldData data = new FieldData(place);
        FakeField field = data.typed();
        for (Map.Entry<String, UnaryOperator<FakeField>> flag : FLAGS.entrySet()) {
            boolean isSet = place.member(flag.getKey()).map(JsonPlace::flag).orElse(false);
            field = isSet ? flag.getValue().apply(field) : field;
        }
        field = place.member("label").isPresent()
                ? field.label(place.require("label").text())
                : field;
        return place.member("default").isPresent() ? field.defaultValue(data.defaultValue()) : field;
    }

    private FakeField typed() {
        return switch (type.text()) {
            case "text" -> FakeField.text(name, taking("length").whole("length", 1, SHORT_TEXT));
            case "longText" -> FakeField.longText(name, taking("length").whole("length", SHORT_TEXT + 1, LONG_TEXT));
            case "number" -> number(taking("precision", "scale").whole("precision", 1, DIGITS));
            case "picklist" -> FakeField.picklist(name, taking("values").values());
            case "multiPicklist" ->
                FakeField.multiPicklist(name, taking("values").values());
            case "reference" -> taking("to", "children").reference();
            default -> taking().simple();
        };
    }

    private FakeField simple() {
        return switch (type.text()) {
            case "checkbox" -> FakeField.checkbox(name);
            case "currency" -> FakeField.currency(name);
            case "percent" -> FakeField.percent(name);
            case "date" -> FakeField.date(name);
            case "dateTime" -> FakeField.dateTime(name);
            case "email" -> FakeField.email(name);
            case "phone" -> FakeField.phone(name);
            case "url" -> FakeField.url(name);
            default ->
                throw type.refused(
                        "there is no such type; there are text, longText, checkbox, number, currency, percent, "
                                + "date, dateTime, picklist, multiPicklist, reference, email, phone and url");
        };
    }

    private FieldData taking(String... own) {
        Set<String> members = new HashSet<>(COMMON);
        members.addAll(FLAGS.keySet());
        members.addAll(List.of(own));
        place.knowing(members);
        return this;
    }

    private FakeField number(int precision) {
        return FakeField.number(name, precision, whole("scale", 0, precision));
    }

    private FakeField reference() {
        FakeField field = FakeField.reference(name, place.require("to").text());
        return place.member("children")
                .map(children -> field.children(children.text()))
                .orElse(field);
    }

    private int whole(String member, int least, int most) {
        JsonPlace number = place.require(member);
        int value = number.whole();
        if (value < least || value > most) {
            throw number.refused("this is " + least + " to " + most + " for the type " + type.text());
        }
        return value;
    }

    private String[] values() {
        return place.require("values").items().stream().map(JsonPlace::text).toArray(String[]::new);
    }

    private Object defaultValue() {
        JsonPlace value = place.require("default");
        return switch (type.text()) {
            case "checkbox" -> value.flag();
            case "number", "currency", "percent" -> number(value);
            case "date", "dateTime" -> moment(value);
            default -> value.text();
        };
    }

    private static BigDecimal number(JsonPlace value) {
        if (value.plain() instanceof BigDecimal number) {
            return number;
        }
        throw value.refused("a number is expected here");
    }

    private Object moment(JsonPlace value) {
        try {
            return type.text().equals("date") ? LocalDate.parse(value.text()) : Instant.parse(value.text());
        } catch (DateTimeException e) {
            throw value.refused("dates are like 2026-11-23, date-times like 2026-11-23T09:00:00Z");
        }
    }
}
