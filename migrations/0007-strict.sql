-- Strict mode: what a pool's sum lies between, where the exact sum would tell of the few who came to it or left it since last time.

CREATE TABLE released_band (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    question BIGINT NOT NULL,
    pool BIGINT NOT NULL CHECK (pool >= 0),
    answers BIGINT NOT NULL CHECK (answers >= 0),
    low BIGINT NOT NULL CHECK (low >= answers),
    high BIGINT NOT NULL CHECK (high > low AND high <= 5 * answers),
    PRIMARY KEY (organisation, round, question, pool),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- Strict mode is on for the organisation while there is a row: rounds that open are laid beside earlier ones.
CREATE TABLE strict_mode (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (organisation)
);
