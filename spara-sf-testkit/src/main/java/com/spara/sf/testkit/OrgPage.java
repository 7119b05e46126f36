package com.spara.sf.testkit;

import com.spara.sf.testkit.page.Html;
import com.spara.sf.testkit.rest.FrontPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The org for a person with a browser: its records, the trouble ahead, and the last calls. */
final class OrgPage implements FrontPage {
    private static final String STYLE = "page/page.css";

    private final OrgRooms rooms;

    OrgPage(OrgRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String html(Map<String, String> parameters) {
        return rooms.records().exclusively(() -> page(parameters));
    }

    private String page(Map<String, String> parameters) {
        Html html = new Html();
        html.open("!doctype html").open("html", "lang", "en");
        head(html);
        html.open("body");
        header(html);
        html.open("main");
        body(html, parameters);
        return html.close("main").close("body").close("html").toString();
    }

    private void head(Html html) {
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", rooms.url().getHost()).open("link", "rel", "icon", "href", "data:,");
        html.open("style").trusted(style()).close("style").close("head");
    }

    private void header(Html html) {
        html.open("header").open("h1").element("a", rooms.url().getHost(), "href", "/");
        html.close("h1").open("dl", "class", "facts");
        html.element("div", "A fake Salesforce org");
        fact(html, "Clock", rooms.clock().instant().toString());
        fact(html, "API calls", String.valueOf(rooms.ledger().count()));
        html.close("dl").close("header");
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void body(Html html, Map<String, String> parameters) {
        RecordPanels records = new RecordPanels(rooms, html);
        records.navigation();
        if (parameters.containsKey(RecordPanels.RECORD)) {
            records.record(parameters.getOrDefault(RecordPanels.RECORD, ""));
        } else if (parameters.containsKey(RecordPanels.OBJECT)) {
            records.object(parameters);
        } else {
            records.overview();
            trouble(html);
            new CallPanel(rooms.ledger(), html).show();
        }
    }

    private void trouble(Html html) {
        html.element("h2", "Planned trouble", "id", "trouble");
        list(html, rooms.unmetTrouble());
        html.element("h2", "Trouble that was met");
        list(html, rooms.metTrouble());
    }

    private static void list(Html html, List<?> items) {
        if (items.isEmpty()) {
            html.element("p", "None.", "class", "quiet");
            return;
        }
        html.open("ul");
        items.forEach(item -> html.element("li", item.toString()));
        html.close("ul");
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(OrgPage.class.getResourceAsStream(STYLE))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's style cannot be read; the jar is damaged", e);
        }
    }
}
