-- What a leader and the team agreed in their talk, told back to the team. The table was there before anything wrote to it; now
-- it also says of which unit it is (small units share a place), and who wrote it down.
DROP TABLE agreed_action;
CREATE TABLE agreed_action (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    -- the area the team chose to work on
    area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 2),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
    talked_on TEXT NOT NULL CHECK (length(talked_on) = 10),
    look_again_on TEXT NOT NULL CHECK (length(look_again_on) = 10),
    told_at BIGINT NOT NULL,
    -- while they are here and have not had what is theirs erased
    written_by BIGINT,
    PRIMARY KEY (organisation, round, place, unit),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE,
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id)
);
