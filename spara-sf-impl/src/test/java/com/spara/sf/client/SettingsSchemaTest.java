package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.settings.SyncSettings;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings' JSON Schema in the jar says what {@link SettingsJson} writes and reads. */
class SettingsSchemaTest {

    private final JsonView schema = JsonView.of(parsed(SettingsJson.schema()));

    private static Object parsed(String json) {
        try {
            return JsonText.read(new StringReader(json.replace('\'', '"')));
        } catch (Exception broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }

    private boolean accepts(String json) {
        return new SchemaCheck((Map<?, ?>) schema.raw()).accepts(parsed(json));
    }

    private static Set<?> members(JsonView object) {
        return ((Map<?, ?>) object.at("properties").raw()).keySet();
    }

    @Test
    void whatIsWrittenIsAccepted() {
        assertTrue(accepts(SettingsJson.write(SyncSettings.standard())));
        assertTrue(accepts(JsonText.pretty(SettingsWriter.json(SettingsJsonTest.everything()))
                .replace("LIKE 'A%'", "LIKE A")));
    }

    @Test
    void itKnowsTheMembersThatAreReadAndNoOthers() {
        JsonView parts = schema.at("$defs");
        assertEquals(SettingsReader.SETTINGS, members(schema));
        assertEquals(SettingsReader.RULE, members(parts.at("pushRule")));
        assertEquals(SettingsReader.MAPPING, members(parts.at("mapping")));
        assertEquals(SettingsReader.SHAPE, members(parts.at("fieldShape")));
        assertEquals(PullRuleJson.RULE, members(parts.at("pullRule")));
        assertEquals(FilterJson.CONDITIONS, members(parts.at("condition")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version':1}",
                "{'version':1,'leads':{}}",
                "{'version':1,'leads':{'createWhenNoMatch':true,'placeholder':'','onDuplicate':'report'}}",
                "{'version':1,'leads':{'mappings':[{'constant':{'date':'2026-01-01'},'to':'B__c'}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','madeFor':{'type':'double'}}]}}",
                "{'version':1,'enrichers':[],'pulls':[{'name':'p','object':'Lead','bulkFrom':5}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','where':{'not':{'field':'Fax','empty':true}}}]}"
            })
    void bothTakeIt(String json) {
        assertTrue(accepts(json));
        SettingsJson.read(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'version':2}",
                "{'version':1,'lead':{}}",
                "{'version':1,'leads':{'mapping':[]}}",
                "{'version':1,'leads':{'mappings':[{'to':'Phone'}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a'}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','constant':'b','to':'B'}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'No Name'}]}}",
                "{'version':1,'leads':{'mappings':[{'constant':{'date':'x'},'to':'B'}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','madeFor':{}}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','madeFor':{'type':' '}}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','madeFor':{'type':'double','length':1.5}}]}}",
                "{'version':1,'leads':{'mappings':[{'from':'a','to':'B','madeFor':{'type':'double','size':1}}]}}",
                "{'version':1,'leads':{'placeholder':'x'}}",
                "{'version':1,'leads':{'createWhenNoMatch':true,'updateExisting':false}}",
                "{'version':1,'leads':{'createWhenNoMatch':true,'onDuplicate':'merge'}}",
                "{'version':1,'leads':{'updateExisting':'yes'}}",
                "{'version':1,'matching':[]}",
                "{'version':1,'matching':['e-mail','e-mail']}",
                "{'version':1,'pulls':[{'object':'Lead'}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Account'}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','where':{}}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','where':{'field':'Fax'}}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','where':{'field':'Fax','soql':'a'}}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','where':{'field':'Fax','in':['1'],'empty':true}}]}",
                "{'version':1,'pulls':[{'name':'p','object':'Lead','lookBack':'90 days'}]}"
            })
    void bothRefuseIt(String json) {
        assertFalse(accepts(json));
        assertThrows(IllegalArgumentException.class, () -> SettingsJson.read(json.replace('\'', '"')));
    }
}
