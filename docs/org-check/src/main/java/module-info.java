/** The org-check, which talks to an org with nothing but the JDK, so that it shows what Salesforce does. */
module com.spara.sf.orgcheck {
    requires static org.jspecify;
    requires com.spara.sf.api;
    requires com.spara.sf.impl;
    requires jakarta.json;
    requires java.net.http;
}
