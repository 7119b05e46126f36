package com.spara.sf.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of FIPS 180-2, and one of text that is not ASCII; stored names and cursors hold such digests. */
class Sha256Test {

    @ParameterizedTest
    @CsvSource({
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Müller, a78429899bb825ce667d25d92e2cde488f8a7d6871bb2be7365601cad6b0a8f2"
    })
    void isThatOfTheTextInUtf8(String text, String digest) {
        assertEquals(digest, Sha256.of(text).hex(Sha256.LENGTH));
    }

    @ParameterizedTest
    @CsvSource({"3, ungW", "2, ung", "9, ungWv48Bz-pB"})
    void isCutToBytesAndNotToDigits(int bytes, String text) {
        assertEquals(text, Sha256.of("abc").base64(bytes));
        assertEquals(
                "ba7816bf8f01cfea41".substring(0, 2 * bytes), Sha256.of("abc").hex(bytes));
    }
}
