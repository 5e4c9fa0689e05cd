-- Authorities (nämnd or udvalg with its department): legal persons of their own within the organisation. What is said in one is read in
-- another only when it has been released.

-- The units at the top of an authority: it is all that lies below, down to the next.
CREATE TABLE authority (
    organisation BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    since TEXT NOT NULL CHECK (length(since) = 10),
    PRIMARY KEY (organisation, unit),
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id)
);

-- In which authority each unit stood when a round was frozen; those in none have no row. So the walls around answers are those that stood
-- when they were given, whatever becomes of the organisation.
CREATE TABLE round_authority (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    -- the unit at the authority's top
    authority BIGINT NOT NULL,
    PRIMARY KEY (organisation, round, unit),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);

-- Results of a round that an authority has released to the centre: all of its own, once and for good. Who did it is in the log.
CREATE TABLE released_to_centre (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    authority BIGINT NOT NULL,
    released_at BIGINT NOT NULL,
    -- as what they did it
    role TEXT NOT NULL CHECK (role IN ('leader', 'authority_hr')),
    PRIMARY KEY (organisation, round, authority),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);
