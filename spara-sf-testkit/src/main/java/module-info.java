/** A fake Salesforce org on the wire, for the tests of a host. Never knows the client. */
module com.spara.sf.testkit {
    requires transitive com.spara.sf.api;
    requires static transitive org.jspecify;
    requires static org.junit.jupiter.api;
    requires jakarta.json;
    requires jdk.httpserver;

    exports com.spara.sf.testkit;
    exports com.spara.sf.testkit.contents;
    exports com.spara.sf.testkit.junit;
}
