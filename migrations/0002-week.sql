-- A manager's weeks: minutes and counts, never a title. What knows a series is a keyed fingerprint, and the key lies
-- outside the database.

CREATE TABLE week_setting (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    -- seven working days from Monday on, as 480-1020 or -
    hours TEXT NOT NULL CHECK (length(hours) BETWEEN 13 AND 80),
    contract_minutes BIGINT NOT NULL CHECK (contract_minutes BETWEEN 1 AND 4800),
    PRIMARY KEY (organisation, person),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- The address of a calendar is a secret: sealed, with the key outside the database.
CREATE TABLE subscription (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    sealed BYTEA NOT NULL CHECK (octet_length(sealed) BETWEEN 40 AND 4096),
    fetched_at BIGINT,
    -- why the last fetch failed; empty when it went well
    trouble TEXT NOT NULL CHECK (length(trouble) BETWEEN 0 AND 40),
    PRIMARY KEY (organisation, person),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- One row holds one week, so that a page reads twelve rows for twelve weeks. Lists of numbers are texts.
CREATE TABLE week (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    monday TEXT NOT NULL CHECK (length(monday) = 10),
    imported_at BIGINT NOT NULL,
    -- seven days of minutes by six kinds
    days TEXT NOT NULL CHECK (length(days) BETWEEN 83 AND 300),
    -- minutes of leadership contribution in eight areas
    areas TEXT NOT NULL CHECK (length(areas) BETWEEN 15 AND 80),
    -- see `facts` in store/src/week.rs for the order
    facts TEXT NOT NULL CHECK (length(facts) BETWEEN 40 AND 600),
    PRIMARY KEY (organisation, person, monday),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- The same minutes by series and day, so that a correction can move them.
CREATE TABLE week_part (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    monday TEXT NOT NULL CHECK (length(monday) = 10),
    day TEXT NOT NULL CHECK (length(day) = 10),
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 16),
    kind TEXT NOT NULL,
    area BIGINT CHECK (area BETWEEN 1 AND 8),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1500),
    outside BIGINT NOT NULL CHECK (outside BETWEEN 0 AND 1500),
    double_booked BIGINT NOT NULL CHECK (double_booked BETWEEN 0 AND 1500),
    people BIGINT NOT NULL CHECK (people BETWEEN 0 AND 100000),
    times BIGINT NOT NULL CHECK (times BETWEEN 0 AND 100000),
    PRIMARY KEY (organisation, person, monday, day, fingerprint),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX week_part_by_series ON week_part (organisation, person, fingerprint);

-- Where the manager placed a series.
CREATE TABLE lesson (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    series BYTEA NOT NULL CHECK (octet_length(series) = 16),
    -- fingerprints of the telling words, 16 bytes each
    tokens BYTEA NOT NULL CHECK (octet_length(tokens) BETWEEN 0 AND 384),
    kind TEXT NOT NULL,
    area BIGINT CHECK (area BETWEEN 1 AND 8),
    made_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, person, series),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- What the manager thought before seeing.
CREATE TABLE guess (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    monday TEXT NOT NULL CHECK (length(monday) = 10),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 6000),
    PRIMARY KEY (organisation, person, monday),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- How the manager spreads what the calendar does not show, in quarters of it.
CREATE TABLE unplanned (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    monday TEXT NOT NULL CHECK (length(monday) = 10),
    firefighting BIGINT NOT NULL CHECK (firefighting BETWEEN 0 AND 4),
    administration BIGINT NOT NULL CHECK (administration BETWEEN 0 AND 4),
    being_there BIGINT NOT NULL CHECK (being_there BETWEEN 0 AND 4),
    recovery BIGINT NOT NULL CHECK (recovery BETWEEN 0 AND 4),
    PRIMARY KEY (organisation, person, monday),
    CHECK (firefighting + administration + being_there + recovery <= 4),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);

-- Series that might go, as the latest import ranked them.
CREATE TABLE suggestion (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    place BIGINT NOT NULL CHECK (place BETWEEN 0 AND 50),
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 16),
    hours_a_year DOUBLE PRECISION NOT NULL,
    minutes_each BIGINT NOT NULL CHECK (minutes_each BETWEEN 0 AND 1500),
    rhythm TEXT NOT NULL CHECK (length(rhythm) BETWEEN 1 AND 20),
    -- where it usually is: a bit for each weekday, Monday's the lowest, and a minute of the day
    weekdays BIGINT NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    minute BIGINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    people BIGINT NOT NULL CHECK (people BETWEEN 0 AND 100000),
    -- as big:9 double:40
    reasons TEXT NOT NULL CHECK (length(reasons) BETWEEN 1 AND 200),
    PRIMARY KEY (organisation, person, place),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
