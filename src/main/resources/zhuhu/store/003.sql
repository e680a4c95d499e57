-- Version 3. Pictures that answers name, by the hash of their bytes: docs/file-format.md.

CREATE TABLE attachment (
    name TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
