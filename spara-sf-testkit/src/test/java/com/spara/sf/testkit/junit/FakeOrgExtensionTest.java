package com.spara.sf.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.Call;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The org of a JUnit test. */
class FakeOrgExtensionTest {
    @RegisterExtension
    final FakeOrgExtension org = FakeOrgExtension.create();

    @RepeatedTest(2)
    void eachTestHasAnOrgOfItsOwn() {
        assertTrue(org.org().records("Lead").isEmpty());
        org.add("Lead", "LastName", "L", "Company", "C");
        assertEquals("L", org.only("Lead").text("LastName"));
        assertTrue(org.calls().all().isEmpty());
    }

    @Test
    void troubleThatNeverHappenedFailsTheTestByName() {
        FakeOrgExtension other = FakeOrgExtension.create();
        other.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        AssertionError failure = assertThrows(AssertionError.class, () -> other.afterEach(context()));
        assertTrue(
                failure.getMessage().contains("next a create of Lead: loses its answer after the commit"),
                failure.getMessage());
    }

    @Test
    void troubleThatWasLeftUnsaidFailsTheTestToo() {
        FakeOrgExtension other = FakeOrgExtension.create();
        other.next(Call.query());
        AssertionError failure = assertThrows(AssertionError.class, () -> other.afterEach(context()));
        assertTrue(failure.getMessage().contains("next a query: it was not said what goes wrong"));
    }

    /** The context of a test that passed. */
    private static ExtensionContext context() {
        return (ExtensionContext) Proxy.newProxyInstance(
                FakeOrgExtensionTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getExecutionException") ? Optional.empty() : "x");
    }
}
