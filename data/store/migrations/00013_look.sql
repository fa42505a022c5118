-- +goose Up
-- The log of looks: who opened, listed, exported or printed what, and who logged in. Nothing of
-- the records changes by it. `hash` covers the row and `prev`, the hash of the row before it. The
-- record looked at may be gone by now, so that it is no reference.

CREATE TABLE look (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL CHECK (deed <> ''),
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX look_record ON look (record);

-- +goose StatementBegin
CREATE TRIGGER look_no_update BEFORE UPDATE ON look
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER look_no_delete BEFORE DELETE ON look
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- INSERT OR REPLACE does not fire the triggers above.
-- +goose StatementBegin
CREATE TRIGGER look_at_the_end BEFORE INSERT ON look
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM look)
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
