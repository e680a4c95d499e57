-- Version 4. Questions over the register that somebody named and kept: docs/file-format.md.

CREATE TABLE question (
    name TEXT PRIMARY KEY,
    expression TEXT NOT NULL
) STRICT, WITHOUT ROWID;
