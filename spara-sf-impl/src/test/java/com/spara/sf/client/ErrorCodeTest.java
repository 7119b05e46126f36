package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.settings.PushRule;
import com.spara.sf.sync.DuplicateFound;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.Call;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error code that Salesforce is known to answer leads to its outcome, with Salesforce's code and words kept. */
class ErrorCodeTest extends OnFakeOrg {

    private static final String WORDS = "words of the org";

    private static String error(String code, String... fields) {
        String names = fields.length == 0 ? "" : "\"" + String.join("\",\"", fields) + "\"";
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"" + WORDS + "\",\"fields\":[" + names + "]}]";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REQUIRED_FIELD_MISSING",
                "DUPLICATE_VALUE",
                "DUPLICATE_EXTERNAL_ID",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "STRING_TOO_LONG",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "INSUFFICIENT_ACCESS_OR_READONLY",
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "INACTIVE_OWNER_OR_USER",
                "ENTITY_IS_LOCKED",
                "STORAGE_LIMIT_EXCEEDED",
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "CANNOT_EXECUTE_FLOW_TRIGGER",
                "APEX_ERROR",
                "TOO_MANY_APEX_REQUESTS",
                "TXN_SECURITY_NO_ACCESS",
                "TXN_SECURITY_RUNTIME_ERROR",
                "SELF_REFERENCE_FROM_TRIGGER",
                "INVALID_ASSIGNMENT_RULE",
                "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                "LIMIT_EXCEEDED",
                "EXCEEDED_QUOTA",
                "NOT_FOUND",
                "JSON_PARSER_ERROR",
                "UNKNOWN_EXCEPTION",
                "A_CODE_OF_A_LATER_RELEASE"
            })
    void aRefusalOfOneRecordFailsItAndNothingElse(String code) {
        push(Lead.of("warm@example.com"));
        org.next(Call.create("Lead")).answers(400, "application/json", error(code));
        PushResult result = push(ada);
        assertEquals(FAILED, result.lead().outcome());
        assertEquals(code, result.lead().reason().code());
        assertEquals(Optional.of(WORDS), result.lead().reason().salesforceWords());
        assertFalse(result.lead().reason().toString().contains(WORDS));
        assertEquals(CREATED, result.contact().outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRING_TOO_LONG",
                "INVALID_FIELD",
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "FIELD_INTEGRITY_EXCEPTION",
                "FIELD_FILTER_VALIDATION_EXCEPTION",
                "NUMBER_OUTSIDE_VALID_RANGE",
                "TOO_MANY_ENUM_VALUE",
                "MALFORMED_ID",
                "INVALID_CROSS_REFERENCE_KEY"
            })
    void aFieldThatSalesforceNamesIsLeftOutAndTheRestIsWritten(String code) {
        push(Lead.of("warm@example.com"));
        org.next(Call.create("Lead")).answers(400, "application/json", error(code, "Phone"));
        RecordResult lead = push(ada.with("phone", "1")).lead();
        assertEquals(CREATED, lead.outcome());
        assertEquals(code, lead.fieldsLeftOut().get(0).reason().code());
        assertEquals("Phone", lead.fieldsLeftOut().get(0).field());
        assertEquals(ReasonCode.REFUSED_BY_SALESFORCE, lead.warnings().get(0).code());
        assertEquals(null, org.record(lead.id().orElseThrow()).text("Phone"));
    }

    @Test
    void aNewRecordIsNotMadeWithoutTheEmailThatSalesforceRefuses() {
        org.next(Call.create("Lead")).answers(400, "application/json", error("INVALID_EMAIL_ADDRESS", "Email"));
        RecordResult lead = push(ada).lead();
        assertEquals(FAILED, lead.outcome());
        assertEquals("INVALID_EMAIL_ADDRESS", lead.reason().code());
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void aRowThatIsLockedForAMomentIsWrittenAfterAPause() {
        addLead(ADA);
        push(ada);
        org.next(Call.update("Lead")).answers(400, "application/json", error("UNABLE_TO_LOCK_ROW"));
        assertEquals(UPDATED, push(ada.with("phone", "1")).lead().outcome());
    }

    @Test
    void aRowThatStaysLockedFailsWithThatReason() {
        addLead(ADA);
        push(ada);
        for (int i = 0; i < 3; i++) {
            org.next(Call.update("Lead")).answers(400, "application/json", error("UNABLE_TO_LOCK_ROW"));
        }
        RecordResult lead = push(ada.with("phone", "1")).lead();
        assertEquals(FAILED, lead.outcome());
        assertEquals("UNABLE_TO_LOCK_ROW", lead.reason().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED"})
    void aRowThatFailedForItsNeighboursSakeIsSentAgain(String code) {
        org.next(Call.create("Lead")).answers(400, "application/json", error(code));
        assertEquals(CREATED, push(ada).lead().outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTITY_IS_DELETED", "CANNOT_UPDATE_CONVERTED_LEAD", "INVALID_CROSS_REFERENCE_KEY"})
    void aRecordThatIsNotWhatWasReadIsPlannedAgain(String code) {
        addLead(ADA);
        push(ada);
        org.calls().clear();
        org.next(Call.update("Lead")).answers(404, "application/json", error(code));
        assertEquals(UPDATED, push(ada.with("phone", "1")).lead().outcome());
        assertEquals(4, org.calls().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicateResult", "duplicateResut"})
    void aDuplicateRuleIsAnOutcomeOfItsOwnInBothSpellings(String member) {
        RecordId known = addLead("known@example.com");
        String body = "[{\"errorCode\":\"DUPLICATES_DETECTED\",\"message\":\"Use one of these records?\",\"" + member
                + "\":{\"allowSave\":true,\"duplicateRule\":\"Standard_Lead_Duplicate_Rule\",\"matchResults\":["
                + "{\"entityType\":\"Lead\",\"matchRecords\":[{\"record\":{\"Id\":\"" + known + "\"}}]}]}}]";
        org.next(Call.create("Lead")).answers(400, "application/json", body);
        RecordResult lead = push(ada).lead();
        DuplicateFound found = lead.duplicate().orElseThrow();
        assertEquals(FAILED, lead.outcome());
        assertEquals("alert by Standard_Lead_Duplicate_Rule [" + known + "]", found.toString());
        assertEquals("DUPLICATES_DETECTED", lead.reason().code());
    }

    static Stream<Arguments> ofTheWholeCall() {
        return Stream.of(
                arguments(401, "INVALID_SESSION_ID", ReconnectionRequiredException.class),
                arguments(401, "INVALID_AUTH_HEADER", RequestRefusedException.class),
                arguments(403, "REQUEST_LIMIT_EXCEEDED", OrgUnreachableException.class), // the header shows room
                arguments(403, "API_DISABLED_FOR_ORG", RequestRefusedException.class),
                arguments(403, "API_CURRENTLY_DISABLED", RequestRefusedException.class),
                arguments(410, "GONE", RequestRefusedException.class),
                arguments(400, "MALFORMED_QUERY", RequestRefusedException.class),
                arguments(405, "METHOD_NOT_ALLOWED", RequestRefusedException.class),
                arguments(415, "UNSUPPORTED_MEDIA_TYPE", RequestRefusedException.class),
                arguments(500, "UNKNOWN_EXCEPTION", OrgUnreachableException.class),
                arguments(503, "SERVER_UNAVAILABLE", OrgUnreachableException.class));
    }

    @ParameterizedTest
    @MethodSource("ofTheWholeCall")
    void aRefusalOfTheWholeCallIsAnExceptionOfItsKind(
            int status, String code, Class<? extends SalesforceException> kind) {
        org.next(Call.any()).answers(status, "application/json", error(code)).times(3);
        SalesforceException thrown = assertThrows(SalesforceException.class, () -> push(ada));
        assertInstanceOf(kind, thrown);
        assertEquals(code, thrown.reason().code());
        assertFalse(thrown.getMessage().contains(WORDS));
    }

    static Stream<Arguments> ofAQuery() {
        return Stream.of(
                arguments(400, "QUERY_TIMEOUT"),
                arguments(400, "QUERY_TOO_COMPLICATED"),
                arguments(400, "OPERATION_TOO_LARGE"),
                arguments(400, "INVALID_QUERY_FILTER_OPERATOR"));
    }

    @ParameterizedTest
    @MethodSource("ofAQuery")
    void aQueryThatIsRefusedOnceIsMadeOnceMore(int status, String code) {
        addLead(ADA);
        push(ada);
        org.next(Call.query()).answers(status, "application/json", error(code));
        assertEquals(UNCHANGED, push(ada).lead().outcome());
    }

    @Test
    void aQueryThatIsRefusedAgainAndAgainCreatesNothing() {
        push(Lead.of("warm@example.com"));
        for (int i = 0; i < 12; i++) {
            org.next(Call.query()).answers(400, "application/json", error("QUERY_TIMEOUT"));
        }
        PushResult result = sync(both.contacts(PushRule.off()).enrichedBy()).push(ada);
        assertEquals(ReasonCode.MATCHER_FAILED, result.lead().reason().code());
        assertEquals(1, org.records("Lead").size());
    }
}
