package com.spara.sf.testkit;

import com.spara.sf.testkit.page.Html;
import com.spara.sf.testkit.page.ReadableJson;
import java.util.List;

/** The last calls of an org on its page, the latest first, each with its bodies. */
final class CallPanel {
    private static final int MOST = 50;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final List<ApiCall> calls;
    private final Html html;

    CallPanel(CallLedger ledger, Html html) {
        this.calls = ledger.all();
        this.html = html;
    }

    void show() {
        String title = calls.size() > MOST ? "The last " + MOST + " of " + calls.size() + " calls" : "Calls";
        html.element("h2", title, "id", "calls");
        if (calls.isEmpty()) {
            html.element("p", "Nobody has called yet.", "class", "quiet");
        }
        for (int i = calls.size() - 1; i >= Math.max(0, calls.size() - MOST); i--) {
            call(calls.get(i));
        }
    }

    private void call(ApiCall call) {
        html.open("details").open("summary");
        status(call.status());
        int parts = call.subrequests().size();
        html.text(call.method() + " " + call.resource() + (parts == 0 ? "" : " of " + parts + " parts"));
        html.close("summary");
        parts(call.subrequests());
        html.open("div", "class", "bodies");
        body("Request", call.requestBody());
        body("Answer", call.responseBody());
        html.close("div").close("details");
    }

    private void parts(List<ApiCall.Subrequest> parts) {
        if (parts.isEmpty()) {
            return;
        }
        html.open("ul");
        for (ApiCall.Subrequest part : parts) {
            html.open("li");
            status(part.status());
            html.text(part.method() + " " + part.url()).close("li");
        }
        html.close("ul");
    }

    private void status(int status) {
        String mark = status == 0 || status >= FAILED ? "worse" : status >= REFUSED ? "bad" : "good";
        html.element("span", status == 0 ? "no answer" : String.valueOf(status), "class", "status " + mark);
    }

    private void body(String title, String body) {
        html.open("div").element("span", title, "class", "quiet");
        html.element("pre", body.isEmpty() ? "(none)" : ReadableJson.of(body)).close("div");
    }
}
