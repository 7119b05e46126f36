package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch finds what it watches for. */
@Isolated("has watches of its own, and shows what others must not")
class LeakWatchTest {

    private final Map<Object, Object> kept = new HashMap<>();
    private final LeakWatch watch = new LeakWatch();

    @AfterEach
    void endTheRun() throws Exception {
        if (kept.remove("watch") instanceof AutoCloseable run) {
            run.close();
        }
    }

    /** A context of a run that has a store for each of its tests and one for all. */
    private ExtensionContext context(Class<?> test, String... tags) {
        Map<Object, Object> own = new HashMap<>();
        ExtensionContext run = proxy(ExtensionContext.class, (name, args) -> store(kept));
        return proxy(ExtensionContext.class, (name, args) -> switch (name) {
            case "getTags" -> Set.of(tags);
            case "getRequiredTestClass" -> test;
            case "getRoot" -> run;
            default -> store(own);
        });
    }

    private static ExtensionContext.Store store(Map<Object, Object> kept) {
        return proxy(ExtensionContext.Store.class, (name, args) -> switch (name) {
            case "computeIfAbsent" -> kept.computeIfAbsent(args[0], key -> ((Function<?, ?>) args[1]).apply(null));
            case "put" -> kept.put(args[0], args[1]);
            default -> kept.remove(args[0]);
        });
    }

    private ExtensionContext begun() {
        ExtensionContext context = context(LeakWatchTest.class);
        watch.beforeEach(context);
        return context;
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
        ExtensionContext context = begun();
        Logger.getLogger("com.spara.sf.some.room").finest("Bearer xyz");
        assertThrows(AssertionError.class, () -> watch.afterEach(context));
    }

    @Test
    @Tag("shows-data")
    void aLeakIsFoundByEachTestThatRunsMeanwhile() {
        ExtensionContext longer = begun();
        ExtensionContext shorter = begun();
        watch.afterEach(begun());
        System.err.println("client_secret=x");
        assertThrows(AssertionError.class, () -> watch.afterEach(shorter));
        watch.afterEach(begun());
        assertThrows(AssertionError.class, () -> watch.afterEach(longer));
    }

    @Test
    void aQuietTestPasses() {
        ExtensionContext context = begun();
        System.out.println("fine");
        watch.afterEach(context);
        assertEquals(Set.of("watch"), kept.keySet());
    }

    @Test
    void theStreamsAreAsBeforeWhenTheRunIsOver() throws Exception {
        PrintStream before = System.out;
        watch.afterEach(begun());
        assertNotSame(before, System.out);
        endTheRun();
        assertSame(before, System.out);
    }

    @Test
    void whoShowsDataRunsAlone() {
        watch.beforeEach(context(LeakWatchTest.class, "shows-data"));
        ExtensionContext sideBySide = context(House.class, "shows-data");
        assertThrows(AssertionError.class, () -> watch.beforeEach(sideBySide));
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
