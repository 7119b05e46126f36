package com.spara.sf.client;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool that gives nothing to a thread that was interrupted, as pools do. */
final class Impatient extends OtherSource {

    Impatient(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException("Interrupted while waiting for a connection.");
        }
        return super.getConnection();
    }
}
