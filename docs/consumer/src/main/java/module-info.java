/** A host on the module path: the client's door, and the fake org to run against. */
module com.example.consumer {
    requires com.spara.sf.impl;
    requires com.spara.sf.testkit;
}
