package com.spara.sf.connect;

/** Guards what comes in at the public door; a refused value is never echoed, since it may be a secret. */
final class Given {

    private Given() {}

    static String text(String what, String value) {
        String text = value.strip();
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + what + " must be one line of text, and not blank.");
        }
        return text;
    }
}
