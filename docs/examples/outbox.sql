-- Leads that wait to be pushed: one row for each, however often it changed.
CREATE TABLE outbox (
    org      VARCHAR(255) NOT NULL, -- the name of the connection
    lead     VARCHAR(100) NOT NULL, -- the host's own id of the lead
    version  BIGINT NOT NULL,       -- grows with each change
    due      TIMESTAMP WITH TIME ZONE, -- nobody takes it before; null: set aside
    holder   VARCHAR(36),           -- whose batch it is in
    failures INTEGER NOT NULL,
    reason   VARCHAR(500),          -- of the last failure
    PRIMARY KEY (org, lead)
);

CREATE INDEX outbox_due ON outbox (org, due);
