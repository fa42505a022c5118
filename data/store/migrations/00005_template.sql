-- +goose Up

CREATE TABLE template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    text TEXT NOT NULL DEFAULT '' CHECK (text <> ''),
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12)
) STRICT;

CREATE UNIQUE INDEX template_once ON template (name, since);
