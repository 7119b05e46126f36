/** What a host and a plug-in author type. Values, settings, results and the plug-in interfaces; no I/O. */
module com.spara.sf.api {
    requires static transitive org.jspecify;

    exports com.spara.sf;
    exports com.spara.sf.connect;
    exports com.spara.sf.settings;
    exports com.spara.sf.spi;
    exports com.spara.sf.sync;
}
