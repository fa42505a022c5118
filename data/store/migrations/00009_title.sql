-- +goose Up
-- The title of a cadre (现任职务) as the form it came from has it, and the place of
-- each appointment in it.

ALTER TABLE cadre ADD COLUMN written_title TEXT NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN sort INTEGER NOT NULL DEFAULT 0;
