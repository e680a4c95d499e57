-- Version 5. Which file brought what, and what of it waits for a person or another file: docs/file-format.md.

CREATE TABLE arrival (
    n INTEGER PRIMARY KEY,
    package TEXT NOT NULL,
    hash TEXT NOT NULL,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    stated_by TEXT NOT NULL
) STRICT;

CREATE INDEX arrival_package ON arrival (package);

CREATE TABLE arrival_part (
    arrival INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (arrival, first)
) STRICT, WITHOUT ROWID;

ALTER TABLE attestation ADD COLUMN arrival INTEGER;

CREATE INDEX attestation_arrival ON attestation (arrival) WHERE arrival IS NOT NULL;

CREATE INDEX withdrawn_hash ON withdrawn (h1, h2);

CREATE TABLE waiting (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    arrival INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    record_kind TEXT,
    record BLOB,
    section TEXT NOT NULL,
    reason TEXT NOT NULL,
    arguments TEXT NOT NULL,
    supersedes TEXT,
    body TEXT,
    stated_by TEXT,
    stated_at TEXT,
    via TEXT,
    h1 INTEGER,
    h2 INTEGER,
    payload TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX waiting_kind ON waiting (kind);
