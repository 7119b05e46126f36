package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch finds what it watches for. */
class LeakWatchTest {

    private final Map<Object, Object> kept = new HashMap<>();
    private final LeakWatch watch = new LeakWatch();

    /** A context that has a store and nothing else. */
    private ExtensionContext context() {
        Object store = proxy(
                ExtensionContext.Store.class,
                (name, args) -> name.equals("put") ? kept.put(args[0], args[1]) : kept.remove(args[0]));
        return proxy(ExtensionContext.class, (name, args) -> name.equals("getTags") ? Set.of() : store);
    }

    private interface Answers {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answers.to(method.getName(), args)));
    }

    @Test
    @Tag("shows-data")
    void aTokenInALogLineOfAnyLevelIsFound() {
        ExtensionContext context = context();
        watch.beforeEach(context);
        Logger.getLogger("com.spara.sf.some.room").finest("Bearer xyz");
        assertThrows(AssertionError.class, () -> watch.afterEach(context));
    }

    @Test
    void aQuietTestPasses() {
        ExtensionContext context = context();
        watch.beforeEach(context);
        System.out.println("fine");
        watch.afterEach(context);
        assertEquals(Map.of(), kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "client_secret=x", "5Aep861.fake.1", "aPrx.fake.1"})
    void shapesAreKnown(String leak) {
        assertTrue(LeakWatch.LEAK.matcher("x " + leak).find());
    }

    @Test
    void theTokensOfTheFakeOrgHaveTheShape() {
        assertTrue(LeakWatch.LEAK.matcher(FakeOrg.create().token()).find());
    }
}
