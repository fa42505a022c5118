-- +goose Up
-- How long a decision was on public notice, and the four checks before a
-- nomination (凡提四必).

ALTER TABLE decision ADD COLUMN notice_ends INTEGER NOT NULL DEFAULT 0
    CHECK (notice_ends = 0 OR notice_ends BETWEEN 19000101 AND 21991231);

ALTER TABLE candidate ADD COLUMN file_checked INTEGER NOT NULL DEFAULT 0 CHECK (file_checked IN (0, 1));
ALTER TABLE candidate ADD COLUMN matters_checked INTEGER NOT NULL DEFAULT 0 CHECK (matters_checked IN (0, 1));
ALTER TABLE candidate ADD COLUMN discipline_heard INTEGER NOT NULL DEFAULT 0 CHECK (discipline_heard IN (0, 1));
ALTER TABLE candidate ADD COLUMN petitions_checked INTEGER NOT NULL DEFAULT 0 CHECK (petitions_checked IN (0, 1));
