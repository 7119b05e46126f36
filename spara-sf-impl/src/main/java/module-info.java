/** The client. One public door, {@code com.spara.sf.client}; the rooms behind it are not exported. */
module com.spara.sf.impl {
    requires transitive com.spara.sf.api;
    requires static transitive org.jspecify;
    requires jakarta.json;
    requires java.net.http;
    requires static transitive java.sql;

    exports com.spara.sf.client;
}
