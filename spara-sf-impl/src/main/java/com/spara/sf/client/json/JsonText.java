package com.spara.sf.client.json;

import com.spara.sf.client.http.TooLongException;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as JDK values: {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} and null. Nesting
 * deeper than 64 levels, numbers of more than 128 characters, and a name that stands twice in an object, are refused with
 * {@link RefusedJsonException}; more values than fit into a good part of the heap with {@link TooLongException}.
 */
public final class JsonText {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 128;
    private static final int LARGEST_EXPONENT = 400;
    private static final int FIRST_STACK = 256;

    /** A value takes 130 bytes at the most, as a member of an object of its own. */
    private static final long MOST_VALUES =
            Math.min(2_000_000, Runtime.getRuntime().maxMemory() / 512);

    /** Parsson's own limit of 15 million characters is less than an answer may have, and would pass for broken JSON. */
    private static final Map<String, Object> LIMITS = Map.of("org.eclipse.parsson.maxParsingLimit", Integer.MAX_VALUE);

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(LIMITS);
    private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
    private static final JsonGeneratorFactory PRETTY =
            PROVIDER.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonText() {}

    /** Reads one JSON value that is all there is in the stream; what is not UTF-8 is refused, and never replaced. */
    public static @Nullable Object read(InputStream json) throws IOException {
        return read(json, Set.of());
    }

    /** The same without the texts under some names, which nobody looks at and for which null stands. */
    public static @Nullable Object read(InputStream json, Set<String> unread) throws IOException {
        return read(new InputStreamReader(json, StandardCharsets.UTF_8.newDecoder()), unread);
    }

    /** Reads one JSON value that is all there is in the text; a {@code JsonParsingException} tells the place. */
    public static @Nullable Object read(Reader json) throws IOException {
        return read(json, Set.of());
    }

    private static @Nullable Object read(Reader json, Set<String> unread) throws IOException {
        try (JsonParser parser = PARSERS.createParser(json)) {
            return readAll(new Reading(parser, unread));
        }
    }

    /** Writes with a generator into bytes. */
    public static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = GENERATORS.createGenerator(bytes, StandardCharsets.UTF_8)) {
            content.accept(generator);
        }
        return bytes.toByteArray();
    }

    /** Writes a value in lines, for people. */
    public static String pretty(Object value) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator generator = PRETTY.createGenerator(text)) {
            value(generator, value);
        }
        return text.toString().strip() + "\n";
    }

    /** Writes a JDK value where the generator stands. */
    public static void value(JsonGenerator generator, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, member) -> {
                generator.writeKey(String.valueOf(key));
                value(generator, member);
            });
            generator.writeEnd();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(member -> value(generator, member));
            generator.writeEnd();
        } else {
            scalar(generator, value);
        }
    }

    private static void scalar(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean flag) {
            generator.write(flag);
        } else if (value instanceof BigDecimal number) {
            generator.write(number);
        } else if (value instanceof Integer number) {
            generator.write(number);
        } else {
            generator.write(value.toString());
        }
    }

    private static @Nullable Object readAll(Reading reading) throws IOException {
        try {
            Object value = reading.value(reading.parser.next(), new JsonShape(), 0);
            if (reading.parser.hasNext()) {
                throw new RefusedJsonException("there is more after the end of the JSON value");
            }
            return value;
        } catch (NoSuchElementException empty) {
            throw new RefusedJsonException("there is no JSON value", empty);
        } catch (JsonException broken) {
            if (broken.getCause() instanceof IOException wire) {
                throw wire;
            }
            throw broken;
        }
    }

    /** Numbers are bounded before they are worked out, since a million digits take seconds and a large exponent memory. */
    private static BigDecimal number(String text) throws IOException {
        if (text.length() > LONGEST_NUMBER) {
            throw new RefusedJsonException("a number of more than " + LONGEST_NUMBER + " characters");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= LARGEST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            throw new RefusedJsonException("a number whose exponent is beyond " + LARGEST_EXPONENT, tooLarge);
        }
        throw new RefusedJsonException("a number whose exponent is beyond " + LARGEST_EXPONENT);
    }

    /** One value on its way from the parser, how many there were, and what belongs to objects that are not over yet. */
    private static final class Reading {

        private final JsonParser parser;
        private final Set<String> unread;
        private @Nullable Object[] stack = new @Nullable Object[FIRST_STACK];
        private int top;
        private int depth;
        private long count;

        Reading(JsonParser parser, Set<String> unread) {
            this.parser = parser;
            this.unread = unread;
        }

        /** The value that the parser stands at, in a place below a shape. */
        @Nullable
        Object value(JsonParser.Event event, JsonShape above, int place) throws IOException {
            if (++count > MOST_VALUES) {
                throw new TooLongException("more than " + MOST_VALUES + " values");
            }
            return switch (event) {
                case START_OBJECT -> object(below(above, place));
                case START_ARRAY -> array(below(above, place));
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER -> number(parser.getString());
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NULL -> null;
                case KEY_NAME, END_OBJECT, END_ARRAY -> throw new RefusedJsonException("no value where one belongs");
            };
        }

        private JsonShape below(JsonShape above, int place) throws IOException {
            if (depth++ > DEEPEST) {
                throw new RefusedJsonException("nested deeper than " + DEEPEST + " levels");
            }
            return above.below(place);
        }

        private Map<String, @Nullable Object> object(JsonShape shape) throws IOException {
            int first = top;
            shape.begin();
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                if (!shape.isNext(parser.getString())) {
                    shape.meet(parser.getString());
                }
                JsonParser.Event event = parser.next();
                boolean isUnread = event == JsonParser.Event.VALUE_STRING && unread.contains(shape.name());
                push(isUnread ? null : value(event, shape, shape.place()));
            }
            depth--;
            return JsonMembers.of(shape.end(), popFrom(first));
        }

        private List<@Nullable Object> array(JsonShape shape) throws IOException {
            int first = top;
            for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
                push(value(event, shape, 0));
            }
            depth--;
            List<@Nullable Object> members = new ArrayList<>(top - first);
            for (int i = first; i < top; i++) {
                members.add(stack[i]);
            }
            top = first;
            return members;
        }

        private void push(@Nullable Object value) {
            if (top == stack.length) {
                stack = Arrays.copyOf(stack, 2 * top);
            }
            stack[top++] = value;
        }

        private @Nullable Object[] popFrom(int first) {
            @Nullable Object[] popped = Arrays.copyOfRange(stack, first, top);
            top = first;
            return popped;
        }
    }
}
