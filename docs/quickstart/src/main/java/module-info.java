/** The quickstart, on the module path as a host may be. */
module com.spara.sf.quickstart {
    requires static org.jspecify;
    requires com.spara.sf.api;
    requires com.spara.sf.impl;
    requires com.spara.sf.testkit;
    requires jakarta.json;
}
