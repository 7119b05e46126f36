/** The examples, on the module path as a host may be. */
module com.spara.sf.examples {
    requires static org.jspecify;
    requires com.spara.sf.api;
    requires com.spara.sf.impl;
    requires java.sql;
}
