package com.spara.sf.testkit.page;

/** Writes HTML. Every text is escaped: what people typed is shown, and never part of the page. */
public final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Opens an element; attributes are names, each followed by its value. */
    public Html open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]).html.append('"');
        }
        html.append('>');
        return this;
    }

    public Html close(String tag) {
        html.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element that holds nothing but a text. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    public Html text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    /** Text of this library's own, which is part of the page. */
    public Html trusted(String own) {
        html.append(own);
        return this;
    }

    private void character(int character) {
        switch (character) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.appendCodePoint(character);
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
