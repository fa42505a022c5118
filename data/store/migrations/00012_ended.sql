-- +goose Up
-- Who is in post is asked of everybody, and needs the few posts and units that do
-- not exist at a month.

CREATE INDEX unit_since ON unit (since);
CREATE INDEX unit_until ON unit (until);
CREATE INDEX post_since ON post (since);
CREATE INDEX post_until ON post (until);
