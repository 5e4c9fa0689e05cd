-- Who there is, who may come in, and what waits to be done.
-- Written once, for both databases: see "Storage" in ARCHITECTURE.md. Every table begins with the organisation, so
-- that a distributed PostgreSQL can divide by it. Times are milliseconds since 1970, dates are 2026-11-22.

CREATE TABLE organisation (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    language TEXT NOT NULL CHECK (language IN ('sv', 'da', 'en')),
    zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
    demo BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE unit (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    parent BIGINT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sort TEXT NOT NULL CHECK (sort IN ('municipality', 'department', 'area', 'unit')),
    sites BIGINT NOT NULL CHECK (sites BETWEEN 0 AND 1000),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, parent) REFERENCES unit (organisation, id)
);
CREATE INDEX unit_by_parent ON unit (organisation, parent);

CREATE TABLE person (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    given_name TEXT NOT NULL CHECK (length(given_name) BETWEEN 1 AND 100),
    family_name TEXT NOT NULL CHECK (length(family_name) BETWEEN 1 AND 100),
    -- lower case; people without an address sign in with a slip, later
    mail TEXT CHECK (length(mail) BETWEEN 3 AND 254),
    -- what they chose; else the browser decides
    language TEXT CHECK (language IN ('sv', 'da', 'en')),
    scheme TEXT CHECK (scheme IN ('light', 'dark')),
    PRIMARY KEY (organisation, id)
);
CREATE UNIQUE INDEX person_by_mail ON person (mail);

CREATE TABLE employment (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    -- what somebody is employed as, as the HR system names it
    occupation TEXT CHECK (length(occupation) BETWEEN 1 AND 100),
    extent_percent BIGINT NOT NULL CHECK (extent_percent BETWEEN 0 AND 100),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id)
);
CREATE INDEX employment_by_unit ON employment (organisation, unit);
CREATE INDEX employment_by_person ON employment (organisation, person);

-- Who leads what.
CREATE TABLE leadership (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    person BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, unit, person, valid_from),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id)
);
CREATE INDEX leadership_by_person ON leadership (organisation, person);

-- Roles given by hand. Employee and leader are not given: they follow from employment and leadership.
CREATE TABLE given_role (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('hr', 'authority_hr', 'top_manager', 'it', 'data_protection')),
    -- the last day; NULL while nobody takes it
    last_day TEXT CHECK (length(last_day) = 10),
    -- HR of one authority alone: the unit at its top
    authority BIGINT,
    CHECK ((role = 'authority_hr') = (authority IS NOT NULL)),
    PRIMARY KEY (organisation, person, role),
    FOREIGN KEY (organisation, authority) REFERENCES unit (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

CREATE TABLE password (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    -- argon2id, in the PHC string format
    hash TEXT NOT NULL CHECK (length(hash) BETWEEN 50 AND 300),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, person),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- Whoever holds the secret is the person: only its hash is here.
CREATE TABLE session (
    secret_hash BYTEA PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    -- what the person sees in the list of sessions, and revokes by
    label BIGINT NOT NULL,
    device TEXT NOT NULL CHECK (length(device) BETWEEN 0 AND 100),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX session_by_person ON session (organisation, person);

-- A secret sent by mail that does one thing, once or until it ends.
CREATE TABLE pass (
    secret_hash BYTEA PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'check_in', 'feed')),
    -- what it is about: the step of a check-in
    subject BIGINT,
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX pass_by_person ON pass (organisation, person, purpose);

-- Wrong tries, counted by whom they were for and from where, as a keyed hash: an address of a network is nobody's business.
CREATE TABLE attempt (
    counter BYTEA PRIMARY KEY CHECK (octet_length(counter) = 16),
    begun_at BIGINT NOT NULL,
    tries BIGINT NOT NULL CHECK (tries >= 0)
);

-- Letters waiting to be sent, and in the demo letters to look at.
CREATE TABLE letter (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 300),
    body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    created_at BIGINT NOT NULL,
    -- when to try (again); NULL once sent or given up
    try_at BIGINT,
    tries BIGINT NOT NULL CHECK (tries BETWEEN 0 AND 100),
    sent_at BIGINT,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX letter_by_try ON letter (try_at);

-- Work for the clockwork, made in the same transaction as its reason.
CREATE TABLE job (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    sort TEXT NOT NULL CHECK (length(sort) BETWEEN 1 AND 40),
    subject BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    tries BIGINT NOT NULL CHECK (tries BETWEEN 0 AND 1000),
    PRIMARY KEY (organisation, id)
);
CREATE INDEX job_by_due ON job (due_at);
CREATE UNIQUE INDEX job_once ON job (organisation, sort, subject);

-- Who one can try as, where everything is made up.
CREATE TABLE persona (
    organisation BIGINT NOT NULL,
    place BIGINT NOT NULL,
    role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
    person BIGINT NOT NULL,
    PRIMARY KEY (organisation, place),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
