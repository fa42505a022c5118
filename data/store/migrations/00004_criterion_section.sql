-- +goose Up
-- Saved criteria stand in sections: cohorts, age bands, ready lists.

ALTER TABLE criterion ADD COLUMN section TEXT NOT NULL DEFAULT '';
