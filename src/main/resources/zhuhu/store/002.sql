-- Version 2. Whose a draft is; what visits did, as ODK's audit log has it: docs/file-format.md.

ALTER TABLE draft ADD COLUMN stated_by TEXT NOT NULL DEFAULT '';

ALTER TABLE audit ADD COLUMN visit BLOB;

ALTER TABLE audit ADD COLUMN node TEXT;

ALTER TABLE audit ADD COLUMN started INTEGER;

ALTER TABLE audit ADD COLUMN ended INTEGER;

ALTER TABLE audit ADD COLUMN old_value TEXT;

ALTER TABLE audit ADD COLUMN new_value TEXT;

ALTER TABLE audit ADD COLUMN reason TEXT;

CREATE INDEX audit_visit ON audit (visit);
