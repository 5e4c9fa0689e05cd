-- What a manager chooses away and chooses to practise. All of it is the manager's own.
-- Codes, ids of practices and of cards are those of the catalogue: reworded at will, never renumbered.

-- A drop. "drop" is a word of SQL's own, so the table says it in the past.
CREATE TABLE dropped (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('series', 'card', 'own')),
    -- a series is known by its keyed fingerprint alone: its title is never here
    fingerprint BYTEA CHECK (octet_length(fingerprint) = 16),
    times_a_year BIGINT CHECK (times_a_year BETWEEN 0 AND 65535),
    minutes_each BIGINT CHECK (minutes_each BETWEEN 0 AND 65535),
    people BIGINT CHECK (people BETWEEN 0 AND 65535),
    card TEXT CHECK (length(card) BETWEEN 1 AND 10),
    own TEXT CHECK (length(own) BETWEEN 1 AND 200),
    -- what the manager calls it
    name TEXT CHECK (length(name) BETWEEN 1 AND 200),
    how TEXT NOT NULL CHECK (how IN ('drop', 'delegate', 'shorten', 'rarer')),
    wanted BIGINT NOT NULL CHECK (wanted BETWEEN 1 AND 2400),
    begins TEXT NOT NULL CHECK (length(begins) = 10),
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'given-up')),
    CHECK ((what = 'series') = (fingerprint IS NOT NULL AND times_a_year IS NOT NULL AND minutes_each IS NOT NULL AND people IS NOT NULL)),
    CHECK ((what = 'card') = (card IS NOT NULL)),
    CHECK ((what = 'own') = (own IS NOT NULL)),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX dropped_by_person ON dropped (organisation, person);

-- How much time the manager thinks it takes: one a day.
CREATE TABLE estimate (
    organisation BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 2400),
    PRIMARY KEY (organisation, dropped, day),
    FOREIGN KEY (organisation, dropped) REFERENCES dropped (organisation, id) ON DELETE CASCADE
);

CREATE TABLE step (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    -- a practice of the catalogue, or one's own with its side and area
    practice TEXT CHECK (length(practice) BETWEEN 1 AND 10),
    own TEXT CHECK (length(own) BETWEEN 1 AND 200),
    side TEXT NOT NULL CHECK (side IN ('challenge', 'care')),
    area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 2),
    plan_when TEXT NOT NULL CHECK (length(plan_when) BETWEEN 1 AND 200),
    plan_then TEXT NOT NULL CHECK (length(plan_then) BETWEEN 1 AND 200),
    whose_need TEXT NOT NULL CHECK (whose_need IN ('team', 'served', 'colleague', 'own-manager', 'myself')),
    need TEXT CHECK (length(need) BETWEEN 1 AND 200),
    -- what makes room for it, or why nothing does yet
    dropped BIGINT,
    no_room TEXT CHECK (length(no_room) BETWEEN 1 AND 200),
    weeks BIGINT NOT NULL CHECK (weeks BETWEEN 8 AND 12),
    -- when to ask: days as bits from Monday, minutes after midnight, zone
    ask_days BIGINT CHECK (ask_days BETWEEN 1 AND 127),
    ask_minute BIGINT CHECK (ask_minute BETWEEN 0 AND 1439),
    ask_zone TEXT CHECK (length(ask_zone) BETWEEN 1 AND 64),
    -- how often that has been changed: calendars that hold the moment are told
    ask_changes BIGINT NOT NULL CHECK (ask_changes >= 0),
    began TEXT NOT NULL CHECK (length(began) = 10),
    paused_days BIGINT NOT NULL CHECK (paused_days BETWEEN 0 AND 65535),
    state TEXT NOT NULL CHECK (state IN ('practising', 'paused', 'finished')),
    paused_since TEXT CHECK (length(paused_since) = 10),
    paused_until TEXT CHECK (length(paused_until) = 10),
    finished_on TEXT CHECK (length(finished_on) = 10),
    became_natural TEXT CHECK (became_natural IN ('yes', 'partly', 'no')),
    learned TEXT CHECK (length(learned) BETWEEN 1 AND 1000),
    look_again_on TEXT CHECK (length(look_again_on) = 10),
    CHECK ((practice IS NULL) <> (own IS NULL)),
    CHECK ((dropped IS NULL) <> (no_room IS NULL)),
    CHECK ((ask_days IS NULL) = (ask_minute IS NULL) AND (ask_days IS NULL) = (ask_zone IS NULL)),
    CHECK ((state = 'paused') = (paused_since IS NOT NULL)),
    CHECK ((state = 'finished') = (finished_on IS NOT NULL AND became_natural IS NOT NULL)),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, dropped) REFERENCES dropped (organisation, id)
);
CREATE INDEX step_by_person ON step (organisation, person);
CREATE INDEX step_by_dropped ON step (organisation, dropped);

-- How a day went: one answer a day.
CREATE TABLE check_in (
    organisation BIGINT NOT NULL,
    step BIGINT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'not-done', 'no-occasion')),
    words TEXT CHECK (length(words) BETWEEN 1 AND 200),
    PRIMARY KEY (organisation, step, day),
    FOREIGN KEY (organisation, step) REFERENCES step (organisation, id) ON DELETE CASCADE
);

-- Time for leading that the manager protects; shown in the private feed.
CREATE TABLE leadership_time (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    days BIGINT NOT NULL CHECK (days BETWEEN 1 AND 127),
    begins_minute BIGINT NOT NULL CHECK (begins_minute BETWEEN 0 AND 1439),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    begins TEXT NOT NULL CHECK (length(begins) = 10),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX leadership_time_by_person ON leadership_time (organisation, person);
