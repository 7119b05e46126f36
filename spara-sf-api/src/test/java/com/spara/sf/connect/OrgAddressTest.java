package com.spara.sf.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 10 of the contract: what a person pastes becomes the org's own address, or is refused with the one to use. */
class OrgAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "acme.my.salesforce.com, acme",
        "https://acme.my.salesforce.com, acme",
        "HTTPS://ACME.MY.SALESFORCE.COM/, acme",
        "'  https://acme.my.salesforce.com/home/home.jsp?x=1#top  ', acme",
        "https://acme.my.salesforce.com:443/, acme",
        "https://acme.my.salesforce.com./, acme",
        "//acme.my.salesforce.com, acme",
        "acme.my.salesforce.com/secur/frontdoor.jsp?retURL=https://acme.lightning.force.com/x, acme",
        "https://acme.lightning.force.com/lightning/o/Lead|x y/list, acme",
        "acme.lightning.force.com, acme",
        "https://acme.lightning.force.com/lightning/r/Lead/00Q5g00000AbCdEEAV/view, acme",
        "https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home, acme",
        "acme-dev-ed.develop.my.salesforce.com, acme-dev-ed.develop",
        "acme-dev-ed.develop.lightning.force.com, acme-dev-ed.develop",
        "acme--uat.sandbox.my.salesforce.com, acme--uat.sandbox",
        "https://acme--uat.sandbox.lightning.force.com/lightning/page/home, acme--uat.sandbox",
        "acme--uat.sandbox.my.salesforce-setup.com, acme--uat.sandbox",
        "acme--uat.cs12.my.salesforce.com, acme--uat.cs12"
    })
    void whatAPersonPastesBecomesTheOrgsOwnAddress(String pasted, String name) {
        assertEquals(
                "https://" + name + ".my.salesforce.com", OrgAddress.of(pasted).toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://acme.my.site.com/support, https://acme.my.salesforce.com",
        "acme.my.salesforce-sites.com, https://acme.my.salesforce.com",
        "acme.force.com, https://acme.my.salesforce.com",
        "https://acme--c.vf.force.com/apex/page, https://acme.my.salesforce.com",
        "acme--uat.sandbox.my.site.com, https://acme--uat.sandbox.my.salesforce.com",
        "acme, https://acme.my.salesforce.com",
        "login.salesforce.com, https://yourcompany.my.salesforce.com",
        "https://test.salesforce.com/, https://yourcompany.my.salesforce.com",
        "na139.salesforce.com, https://yourcompany.my.salesforce.com",
        "http://acme.my.salesforce.com, Use https",
        "ftp://acme.my.salesforce.com, not the address of an org",
        "https://user:secret@acme.my.salesforce.com, user name",
        "https://acme.my.salesforce.com@evil.example, user name",
        "https://acme.my.salesforce.com:8443, port",
        "https://203.0.113.7, IP address",
        "https://0x7f.1, not the address of an org",
        "https://2130706433, IP address",
        "https://[2001:db8::1]/, IP address",
        "https://my.salesforce.com.evil.example, only looks like",
        "https://acme.my.salesforce.com.evil.example/, only looks like",
        "https://acme-my.salesforce.com.evil.example, only looks like",
        "https://evil.example/acme.my.salesforce.com, not an address of Salesforce",
        "https://evilmy.salesforce.com.example, only looks like",
        "https://acme.myxsalesforce.com, only looks like",
        "https://hubspot.com, not an address of Salesforce"
    })
    void whatIsNotAnOrgIsRefusedWithTheAdviceThatHelps(String pasted, String advice) {
        String message = assertThrows(IllegalArgumentException.class, () -> OrgAddress.of(pasted))
                .getMessage();
        assertTrue(message.contains(advice), message);
        assertTrue(message.contains(".my.salesforce.com"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "https://",
                "https://acme my.salesforce.com",
                "https://s\u0430lesforce.com",
                "https://acme_x.my.salesforce.com",
                "https://-acme.my.salesforce.com",
                "javascript:alert(1)",
                "https:acme.my.salesforce.com",
                "https://acme.my.salesforce.com\nHost: evil.example",
                "http://localhost:8080",
                "https://localhost"
            })
    void whatIsNoAddressIsRefused(String pasted) {
        assertThrows(IllegalArgumentException.class, () -> OrgAddress.of(pasted));
    }

    @Test
    void whatIsRefusedIsNotRepeated() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> OrgAddress.of("https://ada:secret@evil.example"))
                .getMessage();
        assertFalse(message.contains("secret") || message.contains("ada"), message);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/x, http://127.0.0.1:8080", "http://localhost, http://localhost"})
    void aTestMayUseThisMachine(String url, String origin) {
        assertEquals(origin, OrgAddress.loopback(url).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1", "https://acme.my.salesforce.com", "http://localhost.evil.example", "x"})
    void thisMachineIsNotAnother(String url) {
        assertThrows(IllegalArgumentException.class, () -> OrgAddress.loopback(url));
    }

    @Test
    void sandboxesLogInElsewhere() {
        assertTrue(OrgAddress.of("acme--uat.sandbox.my.salesforce.com").isSandbox());
        assertTrue(OrgAddress.of("acme--uat.cs12.my.salesforce.com").isSandbox());
        assertTrue(OrgAddress.of("x.scratch.my.salesforce.com").isSandbox());
        assertFalse(OrgAddress.of("acme.my.salesforce.com").isSandbox());
        assertFalse(OrgAddress.of("acme-dev-ed.develop.my.salesforce.com").isSandbox());
    }
}
