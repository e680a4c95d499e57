-- Version 6. What was keyed into the national system, which columns rosters had, how a county's
-- templates are filled: docs/file-format.md.

CREATE TABLE tick (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record BLOB NOT NULL,
    section TEXT NOT NULL,
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    roster INTEGER NOT NULL,
    ticked INTEGER NOT NULL,
    at TEXT NOT NULL,
    stated_by TEXT NOT NULL
) STRICT;

CREATE TABLE roster_column (
    package TEXT NOT NULL,
    kind TEXT NOT NULL,
    section TEXT NOT NULL,
    property TEXT NOT NULL,
    PRIMARY KEY (package, kind, section, property)
) STRICT, WITHOUT ROWID;

CREATE TABLE template_map (
    n INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    mapping TEXT NOT NULL,
    at TEXT NOT NULL,
    stated_by TEXT NOT NULL
) STRICT;

CREATE INDEX template_map_hash ON template_map (hash);
