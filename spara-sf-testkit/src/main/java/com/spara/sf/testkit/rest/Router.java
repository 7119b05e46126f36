package com.spara.sf.testkit.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the resource of a request: what this fake does, what only Salesforce does, what nobody does. */
final class Router {
    private static final Set<String> SALESFORCE_ONLY = Set.of(
            "actions",
            "analytics",
            "appMenu",
            "async-queries",
            "chatter",
            "commerce",
            "compactLayouts",
            "connect",
            "consent",
            "contactTracer",
            "dedupe",
            "domino",
            "eclair",
            "emailConnect",
            "event",
            "fingerprint",
            "folders",
            "identity",
            "iot",
            "jsonxform",
            "knowledgeManagement",
            "licensing",
            "localizedvalue",
            "metadata",
            "mobile",
            "nouns",
            "payments",
            "process",
            "quickActions",
            "recent",
            "scheduling",
            "search",
            "serviceTemplates",
            "smartdatadiscovery",
            "support",
            "tabs",
            "theme",
            "tokenizedfields",
            "tooling",
            "ui-api",
            "wave");

    private final Map<String, Resource> resources = new TreeMap<>();

    Router(Org org) {
        QueryResource query = new QueryResource(org);
        resources.put("jobs", new JobsResource(org));
        resources.put("limits", new LimitsResource(org));
        resources.put("parameterizedSearch", new SearchResource(org));
        resources.put("query", query);
        resources.put("queryAll", query);
        resources.put("sobjects", new SobjectResource(org, query));
    }

    /** Composite stands apart: its parts come back to the passage that asks this router. */
    Router withComposite(Resource composite) {
        resources.put("composite", composite);
        return this;
    }

    RestAnswer answer(RestRequest request) {
        List<String> path = request.resource();
        if (path.isEmpty()) {
            return map(request);
        }
        Resource resource = resources.get(path.get(0));
        if (resource != null) {
            return resource.answer(request);
        }
        throw SALESFORCE_ONLY.contains(path.get(0))
                ? RestException.gap("the resource " + path.get(0))
                : RestException.notFound();
    }

    private RestAnswer map(RestRequest request) {
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.write("identity", request.exchange().identity());
            resources.keySet().forEach(name -> json.write(name, ApiVersions.path(request.version()) + "/" + name));
            json.writeEnd();
        });
    }
}
