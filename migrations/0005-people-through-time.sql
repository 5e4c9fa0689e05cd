-- Who was where on any day, and how people are brought in from a file.

-- What the HR system calls them. A key of a unit may come back for another unit once the first is closed.
ALTER TABLE unit ADD COLUMN external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100);
ALTER TABLE person ADD COLUMN external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100);
CREATE UNIQUE INDEX person_by_key ON person (organisation, external_key);
ALTER TABLE employment ADD COLUMN external_key TEXT CHECK (length(external_key) BETWEEN 1 AND 100);

-- Only counted until people are brought in. These three have a default because there are rows already.
ALTER TABLE person ADD COLUMN placeholder BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE employment ADD COLUMN hourly BOOLEAN NOT NULL DEFAULT FALSE;
-- In place of whoever leads otherwise.
ALTER TABLE leadership ADD COLUMN acting BOOLEAN NOT NULL DEFAULT FALSE;

-- What a unit was, is and is to be: each version holds until the next, or until the unit is closed (unit.valid_to). A
-- unit that never changed has none: table unit says it all, and always says what is so today.
CREATE TABLE unit_version (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    parent BIGINT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sort TEXT NOT NULL CHECK (sort IN ('municipality', 'department', 'area', 'unit')),
    sites BIGINT NOT NULL CHECK (sites BETWEEN 0 AND 1000),
    PRIMARY KEY (organisation, unit, valid_from),
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, parent) REFERENCES unit (organisation, id)
);

-- Which units took over what a closed one did.
CREATE TABLE unit_succession (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    followed_by BIGINT NOT NULL,
    PRIMARY KEY (organisation, unit, followed_by),
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, followed_by) REFERENCES unit (organisation, id) ON DELETE CASCADE
);

-- Away from an employment: when, never why.
CREATE TABLE employment_leave (
    organisation BIGINT NOT NULL,
    employment BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    PRIMARY KEY (organisation, employment, valid_from),
    FOREIGN KEY (organisation, employment) REFERENCES employment (organisation, id) ON DELETE CASCADE
);
