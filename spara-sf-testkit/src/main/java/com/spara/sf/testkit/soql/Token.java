package com.spara.sf.testkit.soql;

/** One token; the text of a string is what stands between the quotes, escapes included. */
record Token(TokenKind kind, String text, int position) {
    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == TokenKind.NAME && text.equalsIgnoreCase(word);
    }

    /** As an error message names it. */
    String shown() {
        return switch (kind) {
            case END -> "<EOF>";
            case STRING -> "'" + text + "'";
            default -> text;
        };
    }
}
