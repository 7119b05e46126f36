package com.spara.sf.client.pull;

import static com.spara.sf.client.pull.PulledField.Verdict.EMPTIED;
import static com.spara.sf.client.pull.PulledField.Verdict.KEPT;
import static com.spara.sf.client.pull.PulledField.Verdict.TAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of whose value stays, the host's or Salesforce's. */
class PulledFieldTest {

    private static PulledField field(FieldKind kind, int length, int scale, boolean isCutToFit) {
        FieldDescribe describe =
                new FieldDescribe("F", kind, length, 18, scale, 0, 0, "", List.of("Hot", "Cold"), List.of());
        return new PulledField("f", describe, isCutToFit);
    }

    private static final PulledField TEXT = field(FieldKind.TEXT, 8, 0, false);
    private static final PulledField CUT = field(FieldKind.TEXT, 8, 0, true);
    private static final PulledField EMAIL = field(FieldKind.EMAIL, 80, 0, false);
    private static final PulledField MONEY = field(FieldKind.NUMBER, 0, 0, false);
    private static final PulledField FLAG = field(FieldKind.BOOLEAN, 0, 0, false);
    private static final PulledField CHOICE = field(FieldKind.PICKLIST, 40, 0, false);
    private static final PulledField CHOICES = field(FieldKind.MULTI_PICKLIST, 40, 0, false);

    static Stream<Arguments> table() {
        return Stream.of(
                argumentSet("neither has one", TEXT, null, null, KEPT),
                argumentSet("only Salesforce has one", TEXT, null, "a", TAKEN),
                argumentSet("a blank is none", TEXT, "  ", "a", TAKEN),
                argumentSet("two blanks are the same", TEXT, " ", null, KEPT),
                argumentSet("another one", TEXT, "a", "b", TAKEN),
                argumentSet("the same", TEXT, "a", "a", KEPT),
                argumentSet("white space is not stored", TEXT, " a ", "a", KEPT),
                argumentSet("lines end alike", TEXT, "a\r\nb", "a\nb", KEPT),
                argumentSet("case counts in texts", TEXT, "A", "a", TAKEN),
                argumentSet("somebody emptied it", TEXT, "a", null, EMPTIED),
                argumentSet("what does not fit is not missed", TEXT, "much too long", null, KEPT),
                argumentSet("what does not fit gives way", TEXT, "much too long", "much too", TAKEN),
                argumentSet("what was cut to fit is the same", CUT, "much too long", "much too", KEPT),
                argumentSet("what was cut to fit is missed", CUT, "much too long", null, EMPTIED),
                argumentSet("addresses are in lower case", EMAIL, "ADA@example.com", "ada@example.com", KEPT),
                argumentSet("a text that is a number", MONEY, "42", BigDecimal.valueOf(42), KEPT),
                argumentSet("a scale that is not shown", MONEY, new BigDecimal("42.00"), BigDecimal.valueOf(42), KEPT),
                argumentSet("a number that was rounded", MONEY, new BigDecimal("1.50"), BigDecimal.valueOf(2), KEPT),
                argumentSet("no number", MONEY, "many", BigDecimal.valueOf(2), TAKEN),
                argumentSet("a checkbox", FLAG, "TRUE", true, KEPT),
                argumentSet("a checkbox that was unset", FLAG, true, false, TAKEN),
                argumentSet("a choice in Salesforce's spelling", CHOICE, "hot", "Hot", KEPT),
                argumentSet("choices in another order", CHOICES, List.of("Cold", "Hot"), List.of("Hot", "Cold"), KEPT),
                argumentSet("choices as a text", CHOICES, "Hot;Cold", List.of("Hot", "Cold"), KEPT));
    }

    @ParameterizedTest
    @MethodSource("table")
    void whoseValueStays(PulledField field, @Nullable Object held, @Nullable Object read, PulledField.Verdict verdict) {
        assertEquals(verdict, field.verdict(Lead.empty().with("f", held), read));
    }

    @Test
    void aMarkToClearStays() {
        assertEquals(KEPT, TEXT.verdict(Lead.empty().clearing("f"), "a"));
    }

    @Test
    void theNewestPartOfAConversationIsTheSame() {
        Conversation thread =
                Conversation.of(Conversation.Message.of(Instant.parse("2026-01-01T00:00:00Z"), "Ada", "Hello"));
        String whole = thread.text();
        PulledField wide = field(FieldKind.TEXT, 32_000, 0, false);
        assertEquals(KEPT, wide.verdict(Lead.empty().with("f", thread), whole));
        assertEquals(TAKEN, wide.verdict(Lead.empty().with("f", thread), whole + " and more"));
    }
}
