-- Lists of everyone employed, as HR brings them in from the HR system.

-- What each column of this organisation's lists means, by the column's name: said once.
CREATE TABLE staff_list_column (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    meaning TEXT NOT NULL CHECK (length(meaning) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) <= 1000),
    PRIMARY KEY (organisation, meaning)
);

CREATE TABLE staff_list (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    -- as it was called where it came from
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    brought_at BIGINT NOT NULL,
    -- NULL for the nightly folder; nobody's number once that person is erased
    brought_by BIGINT,
    done_at BIGINT,
    undone_at BIGINT,
    -- what it made different, once it is done
    people_new BIGINT NOT NULL CHECK (people_new >= 0),
    people_left BIGINT NOT NULL CHECK (people_left >= 0),
    people_moved BIGINT NOT NULL CHECK (people_moved >= 0),
    people_changed BIGINT NOT NULL CHECK (people_changed >= 0),
    units_opened BIGINT NOT NULL CHECK (units_opened >= 0),
    units_closed BIGINT NOT NULL CHECK (units_closed >= 0),
    units_changed BIGINT NOT NULL CHECK (units_changed >= 0),
    rows_wrong BIGINT NOT NULL CHECK (rows_wrong >= 0),
    -- SHA-256 of the organisation right after: while it is still so, the list can be undone
    after_hash BYTEA CHECK (octet_length(after_hash) = 32),
    CHECK (undone_at IS NULL OR done_at IS NOT NULL),
    PRIMARY KEY (organisation, id)
);
CREATE INDEX staff_list_by_time ON staff_list (organisation, brought_at);

-- The file itself, while somebody looks at what it would make different: gone when that is done or called off, and after a day.
CREATE TABLE staff_list_file (
    organisation BIGINT NOT NULL,
    staff_list BIGINT NOT NULL,
    content BYTEA NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 20000000),
    PRIMARY KEY (organisation, staff_list),
    FOREIGN KEY (organisation, staff_list) REFERENCES staff_list (organisation, id) ON DELETE CASCADE
);

-- What the latest list touched, and how it was before, so that it can be undone. What was touched and is not among what was before is new.
CREATE TABLE staff_list_touch (
    organisation BIGINT NOT NULL,
    staff_list BIGINT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('unit', 'person', 'employment', 'leadership')),
    -- of leadership: the unit
    id BIGINT NOT NULL,
    PRIMARY KEY (organisation, staff_list, sort, id),
    FOREIGN KEY (organisation, staff_list) REFERENCES staff_list (organisation, id) ON DELETE CASCADE
);

CREATE TABLE unit_before (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100),
    parent BIGINT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sort TEXT NOT NULL CHECK (length(sort) BETWEEN 1 AND 20),
    sites BIGINT NOT NULL CHECK (sites BETWEEN 0 AND 1000),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation) REFERENCES organisation (id)
);

CREATE TABLE unit_version_before (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    parent BIGINT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sort TEXT NOT NULL CHECK (length(sort) BETWEEN 1 AND 20),
    sites BIGINT NOT NULL CHECK (sites BETWEEN 0 AND 1000),
    PRIMARY KEY (organisation, unit, valid_from),
    FOREIGN KEY (organisation) REFERENCES organisation (id)
);

CREATE TABLE person_before (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100),
    given_name TEXT NOT NULL CHECK (length(given_name) BETWEEN 1 AND 100),
    family_name TEXT NOT NULL CHECK (length(family_name) BETWEEN 1 AND 100),
    mail TEXT CHECK (length(mail) BETWEEN 3 AND 254),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, id) REFERENCES person (organisation, id) ON DELETE CASCADE
);

CREATE TABLE employment_before (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100),
    person BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    occupation TEXT CHECK (length(occupation) BETWEEN 1 AND 100),
    extent_percent BIGINT NOT NULL CHECK (extent_percent BETWEEN 0 AND 100),
    hourly BOOLEAN NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

CREATE TABLE employment_leave_before (
    organisation BIGINT NOT NULL,
    employment BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, employment, valid_from),
    FOREIGN KEY (organisation, employment) REFERENCES employment_before (organisation, id) ON DELETE CASCADE
);

CREATE TABLE leadership_before (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    person BIGINT NOT NULL,
    acting BOOLEAN NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, unit, person, valid_from),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
