-- Who did what to the organisation, and who looked at results; and deputies.

-- What was just done or looked at, written with it. In a moment the clockwork puts it into the chain: so nobody who does something waits
-- for the chain, and none of them lose a race because of it.
CREATE TABLE audit_waiting (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
    act TEXT NOT NULL CHECK (length(act) BETWEEN 1 AND 40),
    -- who did it, as what, and for whom when they stood in for somebody; NULL: Pejling itself. Ids alone: a name is looked up when it is
    -- read, so that a person can be forgotten and the chain stays whole.
    actor BIGINT,
    roles TEXT NOT NULL CHECK (length(roles) BETWEEN 0 AND 100),
    behalf BIGINT,
    -- whom and what it is about
    person BIGINT,
    unit BIGINT,
    round BIGINT,
    place BIGINT,
    thing BIGINT,
    detail TEXT CHECK (length(detail) BETWEEN 1 AND 40),
    until TEXT CHECK (length(until) = 10),
    PRIMARY KEY (organisation, at, id)
);

-- The chain: each line's hash is SHA-256 of the hash before it and the line. Triggers refuse to change or delete (see dialect.rs).
CREATE TABLE audit_entry (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    number BIGINT NOT NULL CHECK (number >= 1),
    at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
    act TEXT NOT NULL CHECK (length(act) BETWEEN 1 AND 40),
    actor BIGINT,
    roles TEXT NOT NULL CHECK (length(roles) BETWEEN 0 AND 100),
    behalf BIGINT,
    person BIGINT,
    unit BIGINT,
    round BIGINT,
    place BIGINT,
    thing BIGINT,
    detail TEXT CHECK (length(detail) BETWEEN 1 AND 40),
    until TEXT CHECK (length(until) = 10),
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (organisation, number)
);
CREATE INDEX audit_entry_by_kind ON audit_entry (organisation, kind, number);
CREATE INDEX audit_entry_by_person ON audit_entry (organisation, person, number);
CREATE INDEX audit_entry_by_id ON audit_entry (organisation, id);

-- Where the chain begins and ends. It begins after what was kept long enough; it ends at its last line.
CREATE TABLE audit_chain (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    first_number BIGINT NOT NULL CHECK (first_number >= 1),
    hash_before BYTEA NOT NULL CHECK (octet_length(hash_before) = 32),
    last_number BIGINT NOT NULL CHECK (last_number >= first_number - 1),
    last_hash BYTEA NOT NULL CHECK (octet_length(last_hash) = 32),
    -- the last line of some night, and what only whoever has the key file could write of it
    sealed_number BIGINT CHECK (sealed_number >= 0),
    seal BYTEA CHECK (octet_length(seal) = 32),
    PRIMARY KEY (organisation)
);

-- Who acts for whom, in what, from the first day to the last. It holds no longer than the giver's own right does.
CREATE TABLE delegation (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    giver BIGINT NOT NULL,
    person BIGINT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('rounds', 'results', 'people')),
    -- of rounds and results: which unit's
    unit BIGINT,
    first_day TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    given_at BIGINT NOT NULL,
    CHECK ((unit IS NULL) = (part = 'people')),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, giver) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id)
);
CREATE INDEX delegation_by_person ON delegation (organisation, person);
CREATE INDEX delegation_by_giver ON delegation (organisation, giver);
CREATE INDEX delegation_by_unit ON delegation (organisation, unit);
