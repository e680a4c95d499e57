-- Version 1. What each column holds: docs/file-format.md.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE record (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    uuid BLOB NOT NULL UNIQUE
);

CREATE TABLE section (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE stamp (
    n INTEGER PRIMARY KEY,
    stated_by TEXT NOT NULL,
    device TEXT,
    at TEXT,
    how TEXT NOT NULL,
    via TEXT,
    form_id TEXT,
    form_version TEXT,
    form_hash TEXT,
    started TEXT,
    ended TEXT
);

CREATE INDEX stamp_via ON stamp (via);

CREATE TABLE revision (
    n INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    section INTEGER NOT NULL,
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    same INTEGER,
    body TEXT
);

CREATE INDEX revision_record ON revision (record);

CREATE INDEX revision_hash ON revision (h1);

CREATE TABLE supersedes (
    revision INTEGER NOT NULL,
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    PRIMARY KEY (revision, h1, h2)
) WITHOUT ROWID;

CREATE TABLE attestation (
    revision INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (revision, stamp)
) WITHOUT ROWID;

CREATE TABLE attestation_id (
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (h1, h2)
) WITHOUT ROWID;

CREATE TABLE withdrawal (
    n INTEGER PRIMARY KEY,
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    stated_by TEXT NOT NULL,
    device TEXT,
    at TEXT,
    reason TEXT NOT NULL
);

CREATE TABLE withdrawn (
    withdrawal INTEGER NOT NULL,
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    revision INTEGER,
    stamp INTEGER,
    PRIMARY KEY (withdrawal, h1, h2)
) WITHOUT ROWID;

CREATE INDEX withdrawn_revision ON withdrawn (revision);

CREATE TABLE takeback (
    h1 INTEGER NOT NULL,
    h2 INTEGER NOT NULL,
    withdrawal_h1 INTEGER NOT NULL,
    withdrawal_h2 INTEGER NOT NULL,
    stated_by TEXT NOT NULL,
    device TEXT,
    at TEXT,
    PRIMARY KEY (h1, h2)
) WITHOUT ROWID;

CREATE TABLE number (
    type TEXT NOT NULL,
    number TEXT NOT NULL,
    record INTEGER NOT NULL,
    current INTEGER NOT NULL,
    PRIMARY KEY (type, number, record)
) WITHOUT ROWID;

CREATE INDEX number_record ON number (record);

CREATE TABLE draft (
    visit BLOB PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    round TEXT NOT NULL,
    form TEXT NOT NULL,
    answers BLOB NOT NULL,
    shown TEXT NOT NULL,
    screen TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE package (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    direction TEXT NOT NULL,
    type TEXT NOT NULL,
    file TEXT NOT NULL,
    date TEXT NOT NULL,
    at TEXT NOT NULL,
    stated_by TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE TABLE audit (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    detail TEXT NOT NULL,
    stated_by TEXT NOT NULL
);

CREATE TABLE pack_file (
    path TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);

CREATE TABLE form (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    xform TEXT NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TABLE layout (
    kind TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;
