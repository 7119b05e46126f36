package com.spara.sf.examples;

import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import java.util.Optional;
import java.util.function.UnaryOperator;

// region an own token store
/** Encrypts each connection before another store keeps it. */
record EncryptedTokenStore(TokenStore inner, UnaryOperator<String> encrypt, UnaryOperator<String> decrypt)
        implements TokenStore {

    @Override
    public Optional<StoredConnection> load(String connection) {
        return inner.load(connection).map(StoredConnection::reveal).map(decrypt).map(StoredConnection::of);
    }

    @Override
    public void save(String connection, StoredConnection stored) {
        inner.save(connection, StoredConnection.of(encrypt.apply(stored.reveal())));
    }

    @Override
    public void exclusively(String connection, Runnable work) {
        inner.exclusively(connection, work);
    }
}
// endregion
