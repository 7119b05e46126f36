package com.spara.sf.client;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans and results as JSON text: which record and why, each field with its old and its new value, the rule and the reason, what
 * was left out, what was read, and the API calls. Each reason has its code, its sentence and the page that explains it.
 *
 * <pre>{@code
 * log(ExplainJson.writeWithoutData(sync.push(lead)));
 * }</pre>
 *
 * <p>The text carries the number of its form, {@code "version": 1}, which grows when a member changes its meaning; members may be
 * added. Safe for use by many threads.
 */
public final class ExplainJson {

    private static final int VERSION = 1;

    private ExplainJson() {}

    /**
     * Writes a result. It holds people's data.
     *
     * @param result the result
     * @return the JSON, several lines
     */
    public static String write(PushResult result) {
        return json(result, new Explained(true));
    }

    /**
     * Writes a plan. It holds people's data.
     *
     * @param plan the plan
     * @return the JSON, several lines
     */
    public static String write(PushPlan plan) {
        return json(plan, new Explained(true));
    }

    /**
     * Writes a result without people's data: in the place of each value stands of which kind and how long it is, and what
     * Salesforce and write rules of the host's own said is left away. Ids of records stay.
     *
     * @param result the result
     * @return the JSON, several lines
     */
    public static String writeWithoutData(PushResult result) {
        return json(result, new Explained(false));
    }

    /**
     * Writes a plan without people's data, as {@link #writeWithoutData(PushResult)} does.
     *
     * @param plan the plan
     * @return the JSON, several lines
     */
    public static String writeWithoutData(PushPlan plan) {
        return json(plan, new Explained(false));
    }

    private static String json(PushResult result, Explained explained) {
        Map<String, Object> json = begun("result");
        json.put("lead", explained.record(result.lead()));
        json.put("contact", explained.record(result.contact()));
        json.put("unmapped", result.unmapped());
        explained.read(json, result.changes(), result.notes());
        json.put("apiCalls", result.apiCalls());
        return JsonText.pretty(json);
    }

    private static String json(PushPlan plan, Explained explained) {
        Map<String, Object> json = begun("plan");
        json.put("lead", explained.record(plan.lead()));
        json.put("contact", explained.record(plan.contact()));
        json.put("unmapped", plan.unmapped());
        explained.read(json, plan.changes(), plan.notes());
        json.put("apiCalls", plan.apiCalls());
        return JsonText.pretty(json);
    }

    private static Map<String, Object> begun(String kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("kind", kind);
        return json;
    }
}
