-- +goose Up
-- Saved criteria and an office's own figures hold from a month to another, so
-- that a figure of the past stays what it was when they are changed.

ALTER TABLE criterion ADD COLUMN since INTEGER NOT NULL DEFAULT 0
    CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12);
ALTER TABLE criterion ADD COLUMN until INTEGER NOT NULL DEFAULT 0
    CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12);
DROP INDEX criterion_name;
CREATE UNIQUE INDEX criterion_once ON criterion (name, since);

ALTER TABLE own_figure ADD COLUMN since INTEGER NOT NULL DEFAULT 0
    CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12);
ALTER TABLE own_figure ADD COLUMN until INTEGER NOT NULL DEFAULT 0
    CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12);
