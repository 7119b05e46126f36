package com.spara.sf.client.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ConcurrentModificationException;
import java.util.List;

/** The table of texts, each with a version that a change must know. As safe for use by many threads as its database. */
public final class TextTable {

    private static final String LOAD = "SELECT name, content, version FROM spara_sf_text WHERE name = ?";
    private static final String LIKE =
            "SELECT name, content, version FROM spara_sf_text WHERE name LIKE ? ESCAPE '!' ORDER BY name";
    private static final String INSERT = "INSERT INTO spara_sf_text (name, content, version) VALUES (?, ?, ?)";
    private static final String UPDATE =
            "UPDATE spara_sf_text SET content = ?, version = version + 1 WHERE name = ? AND version = ?";
    private static final String DELETE = "DELETE FROM spara_sf_text WHERE name = ? AND version = ?";

    private final Database database;

    /** The table of a database. */
    public TextTable(Database database) {
        this.database = database;
    }

    /** A row. */
    public record Row(String name, String content, long version) {}

    /** What a statement gives. */
    private interface Statement<T> {
        T run() throws SQLException;
    }

    /** The row of a name, or none. */
    public List<Row> load(String name) {
        return tried(name, () -> database.query(LOAD, TextTable::row, name));
    }

    /** The rows whose names begin so, by name. */
    public List<Row> startingWith(String prefix) {
        return tried(prefix, () -> database.query(LIKE, TextTable::row, prefix.replaceAll("[!%_]", "!$0") + "%"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getLong(3));
    }

    /** Makes a row of this version; throws {@link ConcurrentModificationException} if there is one. */
    public void insert(String name, String content, long version) {
        requireOne(name, () -> {
            try {
                return database.update(INSERT, name, content, version);
            } catch (SQLException failed) {
                if (Database.wasThere(failed)) {
                    return 0;
                }
                throw failed;
            }
        });
    }

    /** Changes the row of this version; throws {@link ConcurrentModificationException} if there is none. */
    public void update(String name, String content, long version) {
        requireOne(name, () -> database.update(UPDATE, content, name, version));
    }

    /** Deletes the row of this version; throws {@link ConcurrentModificationException} if there is none. */
    public void delete(String name, long version) {
        requireOne(name, () -> database.update(DELETE, name, version));
    }

    private static void requireOne(String name, Statement<Integer> statement) {
        int changed = tried(name, () -> {
            try {
                return statement.run();
            } catch (SQLException failed) {
                if (Database.wasRolledBack(failed)) {
                    return 0;
                }
                throw failed;
            }
        });
        if (changed != 1) {
            throw new ConcurrentModificationException("The text '" + name
                    + "' was changed since it was loaded. Roll the transaction back, load it, and go on from there.");
        }
    }

    private static <T> T tried(String name, Statement<T> statement) {
        try {
            return statement.run();
        } catch (SQLException failed) {
            String text = "The text '" + name
                    + "' cannot be used. Check the database, its rights and the tables of docs/schema.";
            throw new UncheckedIOException(text, new IOException(text, failed));
        }
    }
}
