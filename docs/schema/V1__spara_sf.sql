-- What hosts share. Tried on PostgreSQL and H2; standard SQL.

-- One row for each connection: encrypted tokens, and whose turn it is to renew them.
CREATE TABLE spara_sf_connection (
    name         VARCHAR(255) NOT NULL PRIMARY KEY,
    key_id       VARCHAR(100),
    content      VARCHAR(64000),
    version      BIGINT NOT NULL,
    lease_holder VARCHAR(36),
    lease_until  TIMESTAMP WITH TIME ZONE
);

-- Short texts, each with a version: pull cursors, handles of jobs that are under way.
CREATE TABLE spara_sf_text (
    name    VARCHAR(255) NOT NULL PRIMARY KEY,
    content VARCHAR(16000) NOT NULL,
    version BIGINT NOT NULL
);
