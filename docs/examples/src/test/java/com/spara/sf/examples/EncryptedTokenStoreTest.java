package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.FileTokenStore;
import com.spara.sf.client.Salesforce;
import com.spara.sf.spi.StoredConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of one's own. What encrypts here only turns the letters round. */
class EncryptedTokenStoreTest extends OnAcme {

    @TempDir
    Path folder;

    private CustomerLogins hostOfItsOwn;

    @BeforeEach
    void theHostHasAStoreOfItsOwn() {
        hostOfItsOwn = new CustomerLogins(withStore());
    }

    private EncryptedTokenStore encrypted() {
        return new EncryptedTokenStore(
                FileTokenStore.in(folder), EncryptedTokenStoreTest::turned, EncryptedTokenStoreTest::turned);
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private Salesforce withStore() {
        return client().withTokenStore(encrypted());
    }

    private void connectThere() {
        URI url = hostOfItsOwn.begin("acme", "acme.my.salesforce.com", session);
        assertEquals("Connected.", hostOfItsOwn.finish("acme", allowed(url), session));
    }

    @Test
    void aConnectionOutlivesTheProcess() {
        connectThere();
        expire();
        assertTrue(new CustomerLogins(withStore()).push("acme", settings, ada));
        assertEquals(1, org.logins().grants().get(0).refreshes());
    }

    @Test
    void nothingReadableIsOnTheDisk() throws IOException {
        connectThere();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertEquals(1, files.size());
        assertFalse(Files.readString(files.get(0)).contains("refreshToken"));
    }

    @Test
    void workOfTheInnerStoreIsExclusiveToo() {
        AtomicBoolean ran = new AtomicBoolean();
        EncryptedTokenStore store = encrypted();
        store.exclusively("acme", () -> store.save("acme", StoredConnection.of("line")));
        store.exclusively("acme", () -> ran.set(store.load("acme").isPresent()));
        assertTrue(ran.get());
    }
}
