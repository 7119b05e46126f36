package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.ObjectTrait;
import com.spara.sf.testkit.schema.SObject;
import jakarta.json.stream.JsonGenerator;

/** The members that describe an object as a whole. */
record ObjectBody(SObject type, RestRequest request) {
    void writeMembers(JsonGenerator json) {
        json.write("activateable", false);
        json.write("createable", type.can(ObjectTrait.CREATE));
        json.write("custom", type.isCustom());
        json.write("customSetting", false);
        json.write("deletable", type.can(ObjectTrait.DELETE));
        json.write("deprecatedAndHidden", false);
        json.write("feedEnabled", false);
        json.write("hasSubtypes", false);
        json.write("isSubtype", false);
        json.write("keyPrefix", type.keyPrefix());
        json.write("label", type.label());
        json.write("labelPlural", type.labelPlural());
        json.write("layoutable", type.can(ObjectTrait.SEARCH));
        json.write("mergeable", type.can(ObjectTrait.MERGE));
        json.write("mruEnabled", false);
        json.write("name", type.name());
        json.write("queryable", true);
        json.write("replicateable", true);
        json.write("retrieveable", true);
        json.write("searchable", type.can(ObjectTrait.SEARCH));
        json.write("triggerable", type.can(ObjectTrait.CREATE));
        json.write("undeletable", type.can(ObjectTrait.UNDELETE));
        json.write("updateable", type.can(ObjectTrait.UPDATE));
        writeUrls(json);
    }

    private void writeUrls(JsonGenerator json) {
        String url = ApiVersions.path(request.version()) + "/sobjects/" + type.name();
        json.writeStartObject("urls");
        json.write("rowTemplate", url + "/{ID}");
        json.write("describe", url + "/describe");
        json.write("sobject", url);
        json.writeEnd();
    }
}
