package com.spara.sf.testkit.oauth;

/** Text that is safe inside HTML, in an element or in a quoted attribute. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(html, character));
        return html.toString();
    }

    private static void append(StringBuilder html, int character) {
        switch (character) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.appendCodePoint(character);
        }
    }
}
