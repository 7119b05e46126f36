package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records by words in their fields. */
class SearchTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private RecordId ada;

    @BeforeEach
    void fill() {
        ada = org.add(
                "Lead", "FirstName", "Ada", "LastName", "Lovelace", "Company", "Acme", "Email", "ada@example.com");
        org.add("Lead", "LastName", "Hopper", "Company", "Acme Labs", "Phone", "+44 20 1234");
        org.add("Account", "Name", "Acme");
    }

    private Wire.Reply search(String parameters) {
        return wire.get("parameterizedSearch?" + parameters);
    }

    private int found(String parameters) {
        return search(parameters).at("/searchRecords").asJsonArray().size();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "q=acme&sobject=Lead,2",
        "q=acm&sobject=Lead,2",
        "q=cme&sobject=Lead,0",
        "q=ADA+acme&sobject=Lead,1",
        "q=ada%40example.com&sobject=Lead&in=EMAIL,1",
        "q=acme&sobject=Lead&in=NAME,0",
        "q=love*&sobject=Lead&in=name,1",
        "q=1234&sobject=Lead&in=PHONE,1",
        "q=hopper&sobject=Lead&in=SIDEBAR,1",
        "q=acme&sobject=Lead&sobject=Account,3",
        "q=acme,3",
        "q=acme&sobject=Lead&Lead.limit=1&sobject=Account,2",
        "q=acme&sobject=Lead&defaultLimit=1,1",
        "q=acme&overallLimit=2,2",
        "q=acme&offset=2,1"
    })
    void wordsBeginWordsOfTheFieldsSearched(String parameters, int count) {
        assertEquals(count, found(parameters));
    }

    @Test
    void recordsHaveTheFieldsAskedFor() {
        assertEquals(
                "{\"searchRecords\":[{\"attributes\":{\"type\":\"Lead\",\"url\":\"/services/data/v66.0/sobjects/Lead/"
                        + ada + "\"},\"LastName\":\"Lovelace\"}]}",
                search("q=ada&sobject=Lead&fields=Id&Lead.fields=LastName").body());
    }

    @Test
    void bodyCanLimitEachObjectForItself() {
        Wire.Reply reply = wire.post(
                "parameterizedSearch",
                "{'q':'acme','fields':['Id'],'sobjects':[{'name':'Lead','fields':['Id','Company'],"
                        + "'where':'Email = null','orderBy':'LastName','limit':5},{'name':'Account'}],'in':'ALL'}");
        assertEquals("Acme Labs", reply.text("/searchRecords/0/Company"));
        assertEquals("Account", reply.text("/searchRecords/1/attributes/type"));
    }

    @Test
    void deletedAndHiddenRecordsAreNotFound() {
        org.delete(ada);
        org.rights().seesOnly("Account", account -> false);
        assertEquals(1, found("q=acme"));
        org.rights().hides("Lead", "Company");
        assertEquals(0, found("q=acme"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "sobject=Lead,MALFORMED_SEARCH",
        "q=a,MALFORMED_SEARCH",
        "q=*&sobject=Lead,MALFORMED_SEARCH",
        "q=acme&sobject=Nothing,INVALID_TYPE",
        "q=acme&in=NOWHERE,INVALID_INPUT",
        "q=acme&offset=2001,NUMBER_OUTSIDE_VALID_RANGE",
        "q=acme&sobject=Lead&fields=Nonsense,INVALID_FIELD"
    })
    void whatCannotBeSearchedForIsRefused(String parameters, String code) {
        Wire.Reply reply = search(parameters);
        assertEquals(400, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @Test
    void otherRequestsAreRefused() {
        assertEquals(405, wire.delete("parameterizedSearch").status());
        assertEquals(
                400,
                wire.post("parameterizedSearch", "{'q':'acme','sobjects':[7]}").status());
        assertTrue(wire.get("search?q=FIND").body().contains("NOT_IMPLEMENTED_BY_FAKE_ORG"));
    }
}
