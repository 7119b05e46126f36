package com.spara.sf.client;

import com.spara.sf.client.jdbc.ConnectionTable;
import com.spara.sf.client.jdbc.Database;
import com.spara.sf.client.jdbc.Lease;
import com.spara.sf.client.jdbc.Sealed;
import com.spara.sf.client.jdbc.TokenCipher;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections in the host's database, encrypted, for any number of processes: one of them renews a token, and the others
 * wait for it. The table is {@code spara_sf_connection} of {@code spara-sf/schema/V1__spara_sf.sql}, which is in the jar.
 *
 * <pre>{@code
 * TokenStore store = JdbcTokenStore.over(dataSource, "2026-11", new SecretKeySpec(bytes, "AES"));
 * }</pre>
 *
 * <p>Text is encrypted by AES-GCM and bound to its connection's name. Whoever renews has a lease of one minute by the
 * database's clock, which each saving lengthens; one that died is waited for as long, and one that was held up for longer
 * cannot save any more. No transaction is open while Salesforce is called. The data source must not join transactions of the
 * host, since a token must be safe as soon as it is saved.
 *
 * <p>Names have at most 255 characters. What fails in the database is an {@link UncheckedIOException}; what cannot be
 * decrypted an {@link IllegalStateException}. Immutable and safe for use by many threads; work that runs {@link #exclusively}
 * saves in the thread that runs it.
 */
public final class JdbcTokenStore implements TokenStore {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CONTENT = 64_000;

    private final ConnectionTable table;
    private final TokenCipher cipher;

    /** By the thread whose turn it is; what is in there goes with the end of the turn. */
    private final Map<Thread, Lease> held = new ConcurrentHashMap<>();

    private JdbcTokenStore(ConnectionTable table, TokenCipher cipher) {
        this.table = table;
        this.cipher = cipher;
    }

    /**
     * Returns a store in a database.
     *
     * @param database gives connections to it
     * @param keyId a name of the key, at most 100 letters, digits, points, hyphens, colons and underscores; it is kept beside
     *     what the key encrypted
     * @param key an AES key: 16, 24 or 32 random bytes
     * @return the store
     * @throws IllegalArgumentException if AES cannot use the key, or the id holds other characters
     */
    public static JdbcTokenStore over(DataSource database, String keyId, SecretKey key) {
        return new JdbcTokenStore(new ConnectionTable(Database.over(database), LEASE), TokenCipher.of(keyId, key));
    }

    /** For tests, which do not wait for a minute. */
    JdbcTokenStore lendingFor(DataSource database, Duration lease) {
        return new JdbcTokenStore(new ConnectionTable(Database.over(database), lease), cipher);
    }

    /**
     * Returns this store with another key that it can read with; saving encrypts with the first one.
     *
     * @param keyId the key's name
     * @param key the AES key
     * @return the new store
     * @throws IllegalArgumentException if AES cannot use the key, or there is one of that name
     */
    public JdbcTokenStore alsoReading(String keyId, SecretKey key) {
        return new JdbcTokenStore(table, cipher.knowing(keyId, key));
    }

    /**
     * Encrypts with this store's own key what other keys encrypted, so that those can be thrown away; one connection after
     * the other, each in its turn.
     *
     * @return how many there were
     * @throws IllegalStateException if some cannot be read, for example because their key was not given; it names them, and
     *     all others are encrypted anew
     */
    public int encryptAnew() {
        List<String> names = table.withoutKey(cipher.keyId());
        List<String> unreadable =
                names.stream().filter(name -> !isEncryptedAnew(name)).toList();
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException(
                    "The connections " + unreadable
                            + " cannot be read with the keys that were given. Give the missing key, or connect the orgs again.");
        }
        return names.size();
    }

    private boolean isEncryptedAnew(String name) {
        try {
            exclusively(name, () -> load(name).ifPresent(stored -> save(name, stored)));
            return true;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }

    @Override
    public Optional<StoredConnection> load(String connection) {
        return table.load(required(connection)).map(kept -> StoredConnection.of(cipher.open(connection, kept)));
    }

    /** {@inheritDoc} Outside of exclusive work it waits for the turn. */
    @Override
    public void save(String connection, StoredConnection stored) {
        Sealed sealed = cipher.seal(connection, stored.reveal());
        if (sealed.content().length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException("The connection '" + connection + "' is too long for its row.");
        }
        exclusively(connection, () -> lease(connection).save(sealed));
    }

    private Lease lease(String connection) {
        return Objects.requireNonNull(heldOf(connection), "The work runs in another thread.");
    }

    private @Nullable Lease heldOf(String connection) {
        Lease innermost = held.get(Thread.currentThread());
        return innermost == null ? null : innermost.of(connection);
    }

    /** {@inheritDoc} Waits for the turn at most about two minutes; in work on the same connection there is nothing to wait for. */
    @Override
    public void exclusively(String connection, Runnable work) {
        if (heldOf(connection) != null) {
            work.run();
            return;
        }
        Lease lease = Lease.of(table, required(connection), held.get(Thread.currentThread()));
        held.put(Thread.currentThread(), lease);
        try {
            work.run();
        } finally {
            backTo(lease.outer());
            lease.giveBack();
        }
    }

    private void backTo(@Nullable Lease outer) {
        if (outer == null) {
            held.remove(Thread.currentThread());
        } else {
            held.put(Thread.currentThread(), outer);
        }
    }

    private static String required(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has at most " + LONGEST_NAME + " characters in a database.");
        }
        return name;
    }

    @Override
    public String toString() {
        return "JdbcTokenStore[" + cipher.keyId() + "]";
    }
}
