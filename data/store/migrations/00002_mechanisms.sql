-- +goose Up
-- The records of the five mechanisms, beside those of 00001 and by the same conventions.

CREATE TABLE briefing (
    id TEXT PRIMARY KEY,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    meeting TEXT NOT NULL DEFAULT '' CHECK (meeting <> ''),
    topic TEXT NOT NULL DEFAULT '',
    resolved TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE dispatch (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    host TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dispatch_unit ON dispatch (unit);
CREATE TABLE inspection (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    team TEXT NOT NULL DEFAULT '',
    findings TEXT NOT NULL DEFAULT '',
    mended INTEGER NOT NULL DEFAULT 0 CHECK (mended = 0 OR mended BETWEEN 19000101 AND 21991231),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX inspection_unit ON inspection (unit);
CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    findings TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX visit_unit ON visit (unit);
CREATE TABLE research (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    who TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    weak TEXT NOT NULL DEFAULT '',
    suggestion TEXT NOT NULL DEFAULT '',
    adopted INTEGER NOT NULL DEFAULT 0 CHECK (adopted = 0 OR adopted BETWEEN 19000101 AND 21991231)
) STRICT;

CREATE INDEX research_unit ON research (unit);
CREATE TABLE measure (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    document TEXT NOT NULL DEFAULT '',
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    articles INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    progress TEXT NOT NULL DEFAULT '',
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX measure_unit ON measure (unit);
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL DEFAULT 0,
    list TEXT NOT NULL DEFAULT '' CHECK (list <> ''),
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL DEFAULT '',
    deadline INTEGER NOT NULL DEFAULT 0 CHECK (deadline = 0 OR deadline BETWEEN 19000101 AND 21991231),
    progress TEXT NOT NULL DEFAULT '',
    done INTEGER NOT NULL DEFAULT 0 CHECK (done = 0 OR done BETWEEN 19000101 AND 21991231),
    result TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX task_unit ON task (unit);
CREATE TABLE look_back (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT '' CHECK (source <> ''),
    matter TEXT NOT NULL DEFAULT '' CHECK (matter <> ''),
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL DEFAULT '',
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed = 0 OR closed BETWEEN 19000101 AND 21991231)
) STRICT;

CREATE INDEX look_back_unit ON look_back (unit);
CREATE TABLE score (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    item TEXT NOT NULL DEFAULT '',
    maximum INTEGER NOT NULL DEFAULT 0,
    points INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX score_unit ON score (unit);
CREATE TABLE base (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    place TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE TABLE class (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    mode TEXT NOT NULL DEFAULT '',
    base TEXT REFERENCES base (id) DEFERRABLE INITIALLY DEFERRED,
    host TEXT NOT NULL DEFAULT '',
    start INTEGER NOT NULL DEFAULT 0 CHECK (start = 0 OR start BETWEEN 19000101 AND 21991231),
    finish INTEGER NOT NULL DEFAULT 0 CHECK (finish = 0 OR finish BETWEEN 19000101 AND 21991231),
    hours INTEGER NOT NULL DEFAULT 0,
    heads INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX class_base ON class (base);
CREATE TABLE seat (
    id TEXT PRIMARY KEY,
    class TEXT NOT NULL REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    hours INTEGER NOT NULL DEFAULT 0,
    result TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX seat_class ON seat (class);
CREATE INDEX seat_cadre ON seat (cadre);
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    topic TEXT NOT NULL DEFAULT '',
    heads INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX session_unit ON session (unit);
CREATE TABLE lecture (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    place TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    heads INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX lecture_cadre ON lecture (cadre);
CREATE TABLE quota (
    id TEXT PRIMARY KEY,
    level TEXT NOT NULL DEFAULT '',
    hours INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE TABLE quality_item (
    id TEXT PRIMARY KEY,
    dimension TEXT NOT NULL DEFAULT '' CHECK (dimension <> ''),
    sign TEXT NOT NULL DEFAULT '' CHECK (sign <> ''),
    text TEXT NOT NULL DEFAULT '' CHECK (text <> ''),
    sort INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE TABLE vetting (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    who TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE vetted (
    id TEXT PRIMARY KEY,
    vetting TEXT NOT NULL REFERENCES vetting (id) DEFERRABLE INITIALLY DEFERRED,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    grade TEXT NOT NULL DEFAULT '' CHECK (grade <> ''),
    summary TEXT NOT NULL DEFAULT '',
    item TEXT REFERENCES quality_item (id) DEFERRABLE INITIALLY DEFERRED,
    evidence TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed = 0 OR confirmed BETWEEN 19000101 AND 21991231),
    who TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX vetted_vetting ON vetted (vetting);
CREATE INDEX vetted_cadre ON vetted (cadre);
CREATE INDEX vetted_item ON vetted (item);
CREATE TABLE campaign (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE TABLE sent (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
    cadre TEXT REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    place TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    grade TEXT NOT NULL DEFAULT '',
    heads INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX sent_campaign ON sent (campaign);
CREATE INDEX sent_cadre ON sent (cadre);
CREATE TABLE recruit (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL DEFAULT 0,
    school TEXT NOT NULL DEFAULT '',
    elite INTEGER NOT NULL DEFAULT 0 CHECK (elite IN (0, 1)),
    degree TEXT NOT NULL DEFAULT '' CHECK (degree <> ''),
    kind TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX recruit_cadre ON recruit (cadre);
CREATE TABLE talent (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    cadre TEXT REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    year INTEGER NOT NULL DEFAULT 0,
    birth INTEGER NOT NULL DEFAULT 0 CHECK (birth = 0 OR birth BETWEEN 190001 AND 219912 AND birth % 100 BETWEEN 1 AND 12),
    field TEXT NOT NULL DEFAULT '',
    unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX talent_cadre ON talent (cadre);
CREATE INDEX talent_unit ON talent (unit);
CREATE TABLE posting (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    sender TEXT NOT NULL DEFAULT '' CHECK (sender <> ''),
    receiver TEXT NOT NULL DEFAULT '' CHECK (receiver <> ''),
    place TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT '',
    principal INTEGER NOT NULL DEFAULT 0 CHECK (principal IN (0, 1)),
    level TEXT NOT NULL DEFAULT '',
    mentor TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    until INTEGER NOT NULL DEFAULT 0 CHECK (until = 0 OR until BETWEEN 190001 AND 219912 AND until % 100 BETWEEN 1 AND 12),
    grade TEXT NOT NULL DEFAULT '',
    appraisal TEXT NOT NULL DEFAULT '',
    CHECK (until = 0 OR until >= since)
) STRICT;

CREATE INDEX posting_cadre ON posting (cadre);
CREATE TABLE vacancy (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12),
    reason TEXT NOT NULL DEFAULT '',
    below INTEGER NOT NULL DEFAULT 0 CHECK (below IN (0, 1)),
    opened INTEGER NOT NULL DEFAULT 0 CHECK (opened = 0 OR opened BETWEEN 19000101 AND 21991231),
    filled INTEGER NOT NULL DEFAULT 0 CHECK (filled = 0 OR filled BETWEEN 19000101 AND 21991231),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX vacancy_post ON vacancy (post);
CREATE TABLE candidate (
    id TEXT PRIMARY KEY,
    vacancy TEXT NOT NULL REFERENCES vacancy (id) DEFERRABLE INITIALLY DEFERRED,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    compared INTEGER NOT NULL DEFAULT 0 CHECK (compared = 0 OR compared BETWEEN 19000101 AND 21991231),
    young INTEGER NOT NULL DEFAULT 0 CHECK (young IN (0, 1)),
    source TEXT NOT NULL DEFAULT '',
    chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX candidate_vacancy ON candidate (vacancy);
CREATE INDEX candidate_cadre ON candidate (cadre);
CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL DEFAULT '' CHECK (document <> ''),
    decided INTEGER NOT NULL DEFAULT 0 CHECK (decided = 0 OR decided BETWEEN 19000101 AND 21991231),
    meeting TEXT NOT NULL DEFAULT '',
    present INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    notice INTEGER NOT NULL DEFAULT 0 CHECK (notice = 0 OR notice BETWEEN 19000101 AND 21991231),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE term_plan (
    id TEXT PRIMARY KEY,
    term INTEGER NOT NULL DEFAULT 0 CHECK (term = 0 OR term BETWEEN 190001 AND 219912 AND term % 100 BETWEEN 1 AND 12),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    condition TEXT NOT NULL DEFAULT '' CHECK (condition <> ''),
    percent INTEGER NOT NULL DEFAULT 0,
    number INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE exceptional (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    was TEXT NOT NULL DEFAULT '',
    became TEXT NOT NULL DEFAULT '' CHECK (became <> ''),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> ''),
    result TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX exceptional_cadre ON exceptional (cadre);
CREATE TABLE reward (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    name TEXT NOT NULL DEFAULT '' CHECK (name <> ''),
    who TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX reward_cadre ON reward (cadre);
CREATE TABLE promotion (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    grade TEXT NOT NULL DEFAULT '' CHECK (grade <> ''),
    since INTEGER NOT NULL DEFAULT 0 CHECK (since = 0 OR since BETWEEN 190001 AND 219912 AND since % 100 BETWEEN 1 AND 12)
) STRICT;

CREATE INDEX promotion_cadre ON promotion (cadre);
CREATE TABLE tolerance (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    matter TEXT NOT NULL DEFAULT '' CHECK (matter <> ''),
    finding TEXT NOT NULL DEFAULT '' CHECK (finding <> ''),
    effect TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX tolerance_cadre ON tolerance (cadre);
CREATE TABLE discipline (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    decided INTEGER NOT NULL DEFAULT 0 CHECK (decided = 0 OR decided BETWEEN 19000101 AND 21991231),
    ends INTEGER NOT NULL DEFAULT 0 CHECK (ends = 0 OR ends BETWEEN 19000101 AND 21991231),
    who TEXT NOT NULL DEFAULT '',
    matter TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX discipline_cadre ON discipline (cadre);
CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT NOT NULL DEFAULT '' CHECK (channel <> ''),
    received INTEGER NOT NULL DEFAULT 0 CHECK (received = 0 OR received BETWEEN 19000101 AND 21991231),
    matter TEXT NOT NULL DEFAULT '' CHECK (matter <> ''),
    handling TEXT NOT NULL DEFAULT '',
    handled INTEGER NOT NULL DEFAULT 0 CHECK (handled = 0 OR handled BETWEEN 19000101 AND 21991231),
    result TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX notice_cadre ON notice (cadre);
CREATE TABLE talk (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    who TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX talk_cadre ON talk (cadre);
CREATE TABLE warning (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    kind TEXT NOT NULL DEFAULT '' CHECK (kind <> ''),
    topic TEXT NOT NULL DEFAULT '',
    heads INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX warning_unit ON warning (unit);
CREATE TABLE appraisal (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL DEFAULT 0,
    grade TEXT NOT NULL DEFAULT '' CHECK (grade <> ''),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX appraisal_cadre ON appraisal (cadre);

-- One seat for a person in a class, one appraisal a year, one result in a batch.
CREATE UNIQUE INDEX seat_once ON seat (class, cadre);
CREATE UNIQUE INDEX appraisal_once ON appraisal (cadre, year);
CREATE UNIQUE INDEX vetted_once ON vetted (vetting, cadre);
CREATE UNIQUE INDEX candidate_once ON candidate (vacancy, cadre);

CREATE TABLE accepted (
    id TEXT PRIMARY KEY,
    cadre TEXT NOT NULL REFERENCES cadre (id) DEFERRABLE INITIALLY DEFERRED,
    rule TEXT NOT NULL DEFAULT '' CHECK (rule <> ''),
    evidence TEXT NOT NULL DEFAULT '' CHECK (evidence <> ''),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> ''),
    held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR held BETWEEN 19000101 AND 21991231),
    who TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX accepted_cadre ON accepted (cadre);

-- What is typed and not yet saved, so that a crash does not lose it. Not a record: nothing reads
-- it but the form it came from, and the log does not tell of it.
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
