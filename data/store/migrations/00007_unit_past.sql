-- +goose Up
-- What a unit was called, and of which kind it was, before a month.

CREATE TABLE unit_past (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    short TEXT NOT NULL DEFAULT '' CHECK (short <> ''),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12)
) STRICT;

CREATE INDEX unit_past_unit ON unit_past (unit, until);
