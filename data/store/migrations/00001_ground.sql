-- +goose Up
-- Months are YYYYMM, days YYYYMMDD, 0 is empty. Codes, texts and blobs are '' when empty,
-- references NULL. References are checked at the end of a change, so that the order of
-- writing within it does not matter.

CREATE TABLE setting (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL DEFAULT '' CHECK (key <> ''),
    value TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12)
) STRICT;

CREATE TABLE criterion (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    subject TEXT NOT NULL DEFAULT '' CHECK (subject <> ''),
    condition TEXT NOT NULL DEFAULT '' CHECK (condition <> ''),
    source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    short TEXT NOT NULL DEFAULT '' CHECK (short <> ''),
    parent TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    sort INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX unit_parent ON unit (parent);
CREATE TABLE post (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    approved INTEGER NOT NULL DEFAULT 0,
    level TEXT NOT NULL DEFAULT '',
    rank TEXT NOT NULL DEFAULT '',
    managed TEXT NOT NULL DEFAULT '',
    team INTEGER NOT NULL DEFAULT 0 CHECK (team IN (0, 1)),
    key INTEGER NOT NULL DEFAULT 0 CHECK (key IN (0, 1)),
    duty TEXT NOT NULL DEFAULT '',
    sort INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX post_unit ON post (unit);
CREATE TABLE target (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    kind TEXT NOT NULL DEFAULT '',
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    scope TEXT NOT NULL DEFAULT '' CHECK (scope <> ''),
    condition TEXT NOT NULL DEFAULT '' CHECK (condition <> ''),
    measure TEXT NOT NULL DEFAULT '' CHECK (measure <> ''),
    percent INTEGER NOT NULL DEFAULT 0,
    number INTEGER NOT NULL DEFAULT 0,
    base TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX target_unit ON target (unit);
CREATE TABLE cadre (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    sex TEXT NOT NULL DEFAULT '',
    birth INTEGER NOT NULL DEFAULT 0 CHECK (birth = 0 OR birth BETWEEN 190001 AND 219912 AND birth % 100 BETWEEN 1 AND 12),
    nation TEXT NOT NULL DEFAULT '',
    native_place TEXT NOT NULL DEFAULT '',
    birth_place TEXT NOT NULL DEFAULT '',
    party_joined INTEGER NOT NULL DEFAULT 0 CHECK (party_joined = 0 OR party_joined BETWEEN 190001 AND 219912 AND party_joined % 100 BETWEEN 1 AND 12),
    other_party TEXT NOT NULL DEFAULT '',
    work_start INTEGER NOT NULL DEFAULT 0 CHECK (work_start = 0 OR work_start BETWEEN 190001 AND 219912 AND work_start % 100 BETWEEN 1 AND 12),
    health TEXT NOT NULL DEFAULT '',
    id_number TEXT NOT NULL DEFAULT '',
    photo TEXT NOT NULL DEFAULT '',
    pro_title TEXT NOT NULL DEFAULT '',
    speciality TEXT NOT NULL DEFAULT '',
    full_edu TEXT NOT NULL DEFAULT '',
    full_degree TEXT NOT NULL DEFAULT '',
    full_school TEXT NOT NULL DEFAULT '',
    full_school2 TEXT NOT NULL DEFAULT '',
    part_edu TEXT NOT NULL DEFAULT '',
    part_degree TEXT NOT NULL DEFAULT '',
    part_school TEXT NOT NULL DEFAULT '',
    part_school2 TEXT NOT NULL DEFAULT '',
    proposed TEXT NOT NULL DEFAULT '',
    removed TEXT NOT NULL DEFAULT '',
    rewards TEXT NOT NULL DEFAULT '',
    appraisals TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    reporter TEXT NOT NULL DEFAULT '',
    age_as_of TEXT NOT NULL DEFAULT '',
    filled_at TEXT NOT NULL DEFAULT '',
    filled_by TEXT NOT NULL DEFAULT '',
    retire_month INTEGER NOT NULL DEFAULT 0 CHECK (retire_month = 0 OR retire_month BETWEEN 190001 AND 219912 AND retire_month % 100 BETWEEN 1 AND 12),
    age_limit TEXT NOT NULL DEFAULT '',
    selected INTEGER NOT NULL DEFAULT 0 CHECK (selected IN (0, 1)),
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone = 0 OR gone BETWEEN 190001 AND 219912 AND gone % 100 BETWEEN 1 AND 12),
    departure TEXT NOT NULL DEFAULT '',
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    pinyin TEXT NOT NULL DEFAULT '',
    initials TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE resume (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    sort INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX resume_cadre ON resume (cadre);
CREATE TABLE family (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    sort INTEGER NOT NULL DEFAULT 0,
    relation TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    birth INTEGER NOT NULL DEFAULT 0 CHECK (birth = 0 OR birth BETWEEN 190001 AND 219912 AND birth % 100 BETWEEN 1 AND 12),
    politics TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX family_cadre ON family (cadre);
CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    post TEXT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '' CHECK (title <> ''),
    main INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    how TEXT NOT NULL DEFAULT '',
    term INTEGER NOT NULL DEFAULT 0 CHECK (term IN (0, 1)),
    decided INTEGER NOT NULL DEFAULT 0 CHECK (decided = 0 OR decided BETWEEN 19000101 AND 21991231),
    document TEXT NOT NULL DEFAULT '',
    leaving TEXT NOT NULL DEFAULT '',
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX appointment_cadre ON appointment (cadre);
CREATE INDEX appointment_unit ON appointment (unit);
CREATE INDEX appointment_post ON appointment (post);
CREATE TABLE original (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    format TEXT NOT NULL DEFAULT '' CHECK (format <> ''),
    file TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '' CHECK (text <> '')
) STRICT;

CREATE INDEX original_cadre ON original (cadre);
CREATE TABLE round (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> '')
) STRICT;

CREATE TABLE reserve (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    tier TEXT NOT NULL DEFAULT '' CHECK (tier <> ''),
    found TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    entry TEXT NOT NULL DEFAULT '',
    exit TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    approver TEXT NOT NULL DEFAULT '',
    opened TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    closed TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX reserve_cadre ON reserve (cadre);
CREATE INDEX reserve_opened ON reserve (opened);
CREATE INDEX reserve_closed ON reserve (closed);
CREATE UNIQUE INDEX cadre_id_number ON cadre (id_number) WHERE id_number <> '';
CREATE INDEX cadre_name ON cadre (name, birth);
CREATE INDEX cadre_pinyin ON cadre (pinyin, id);
CREATE INDEX cadre_initials ON cadre (initials);
CREATE UNIQUE INDEX criterion_name ON criterion (name);
CREATE UNIQUE INDEX setting_key ON setting (key, since);

-- Bytes by the SHA-256 of their content; never changed, only added.
CREATE TABLE blob (
    name TEXT PRIMARY KEY CHECK (length(name) = 64),
    bytes BLOB NOT NULL
) STRICT;

-- The log. One row is one change: one user, one intention, one transaction. `hash` covers the
-- row, its change_rows and `prev`, the hash of the row before it.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what <> ''),
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- What a change did to one record, as JSON: before is empty for a new record, after is empty for
-- one removed; of a changed record both hold the changed fields only.
CREATE TABLE change_row (
    change INTEGER NOT NULL REFERENCES change (seq),
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    owner TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (change, n)
) STRICT;

CREATE INDEX change_row_record ON change_row (record);
CREATE INDEX change_row_owner ON change_row (owner);

-- +goose StatementBegin
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER change_row_no_update BEFORE UPDATE ON change_row
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER change_row_no_delete BEFORE DELETE ON change_row
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- An entry stands after the last one and, with its rows, is closed once written: INSERT OR REPLACE
-- does not fire the triggers above.
-- +goose StatementBegin
CREATE TRIGGER change_at_the_end BEFORE INSERT ON change
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM change)
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER change_row_at_the_end BEFORE INSERT ON change_row
WHEN NEW.change <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM change)
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN
    SELECT RAISE(ABORT, 'bytes are named by their content');
END;
-- +goose StatementEnd
