package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record on its way to being saved; the steps of the pipeline read and change it. */
final class Save {
    private final SObject type;
    private final @Nullable Row before;
    private final Map<String, ?> incoming;
    private final SaveOptions options;
    private final @Nullable Object[] values;
    private final BitSet sent = new BitSet();
    private @Nullable Row stored;

    private Save(SObject type, @Nullable Row before, Map<String, ?> incoming, SaveOptions options) {
        this.type = type;
        this.before = before;
        this.incoming = incoming;
        this.options = options;
        this.values = before == null ? new Object[type.fields().size()] : before.copyFor(type);
    }

    static Save create(SObject type, Map<String, ?> incoming, SaveOptions options) {
        return new Save(type, null, incoming, options);
    }

    static Save update(SObject type, Row before, Map<String, ?> incoming, SaveOptions options) {
        return new Save(type, before, incoming, options);
    }

    SObject type() {
        return type;
    }

    SaveOptions options() {
        return options;
    }

    /** What the caller sent, as it was sent. */
    Map<String, ?> incoming() {
        return incoming;
    }

    boolean isCreate() {
        return before == null;
    }

    @Nullable
    Row before() {
        return before;
    }

    @Nullable
    Object get(Field field) {
        return values[field.position()];
    }

    @Nullable
    Object get(String field) {
        return get(type.require(field));
    }

    void set(Field field, @Nullable Object value) {
        values[field.position()] = value;
    }

    void set(String field, @Nullable Object value) {
        set(type.require(field), value);
    }

    void send(Field field, @Nullable Object value) {
        set(field, value);
        sent.set(field.position());
    }

    boolean isSent(Field field) {
        return sent.get(field.position());
    }

    /** Whether the record had this value before. */
    boolean isUnchanged(Field field) {
        return before != null && Objects.equals(before.value(field), get(field));
    }

    /** The fields that the caller sent, in the order of the object. */
    Stream<Field> sentFields() {
        return sent.stream().mapToObj(type.fields()::get);
    }

    /** The record as it stands now in the pipeline. */
    Row row() {
        return new Row(type, values.clone());
    }

    void stored(Row row) {
        stored = row;
    }

    /** The row that was stored; the record as it stands now when none was. */
    Row latest() {
        Row known = stored;
        return known == null ? row() : known;
    }

    RefusedException refuse(String statusCode, String message, Field field) {
        return new RefusedException(SaveError.of(statusCode, message, field.name()));
    }
}
