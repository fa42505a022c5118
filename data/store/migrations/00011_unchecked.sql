-- +goose Up
-- An approved number that an import has set equal to the number of people, and
-- nobody has checked yet.

ALTER TABLE post ADD COLUMN unchecked INTEGER NOT NULL DEFAULT 0 CHECK (unchecked IN (0, 1));
