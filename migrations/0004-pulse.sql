-- Rounds of questions, ballots that nobody can trace, and what is released of them.
-- A change of state is a row: a round is planned (round), frozen (round_node, key_group, eligible), opened (opening) and closed
-- (closing), or called off. What links a person to anything (eligible, draw) and what could forge (private_key) is gone when it closes.

CREATE TABLE round (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    -- who planned it: a leader for an own unit, or HR; set to NULL when that person is erased
    planned_by BIGINT,
    -- the top of what is asked
    unit BIGINT NOT NULL,
    reach TEXT NOT NULL CHECK (reach IN ('unit', 'subtree', 'occupations', 'managers', 'open')),
    opens_at BIGINT NOT NULL,
    -- drawing ends a while before casting does
    draws_end_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    -- codes in order, joined by a comma
    languages TEXT NOT NULL CHECK (length(languages) BETWEEN 2 AND 20),
    -- the fewest answers anything is shown of; one of them is one's own
    k BIGINT NOT NULL CHECK (k BETWEEN 5 AND 50),
    strict BOOLEAN NOT NULL,
    -- when it was taken up in samverkan or MED; nothing opens without
    consulted_on TEXT CHECK (length(consulted_on) = 10),
    -- "we talked about it", two weeks after this round
    follows BIGINT,
    cancelled_at BIGINT,
    CHECK (opens_at < draws_end_at AND draws_end_at <= closes_at),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, unit) REFERENCES unit (organisation, id),
    FOREIGN KEY (organisation, follows) REFERENCES round (organisation, id)
);
CREATE INDEX round_by_closing ON round (organisation, closes_at);
CREATE INDEX round_by_unit ON round (organisation, unit);

-- What is asked, in order. A built-in question is known by its code; own words stand here, one text for each language of the round.
CREATE TABLE round_question (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL CHECK (place BETWEEN 0 AND 39),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
    sort TEXT NOT NULL CHECK (sort IN ('scale', 'words')),
    sv TEXT CHECK (length(sv) BETWEEN 5 AND 200),
    da TEXT CHECK (length(da) BETWEEN 5 AND 200),
    en TEXT CHECK (length(en) BETWEEN 5 AND 200),
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);

-- The tree as it was when the round was frozen, parents before children. Leaves are key groups: the smallest groups anything is
-- known of, to us too. A node's own staff, and those of units too small to be asked alone, are in leaves of their own.
CREATE TABLE round_node (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL CHECK (place >= 0),
    parent BIGINT CHECK (parent >= 0),
    -- the unit it stands for; NULL for a leaf made of several or of somebody's own staff
    unit BIGINT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 2000),
    -- people asked below it
    eligible BIGINT NOT NULL CHECK (eligible >= 0),
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);
CREATE INDEX round_node_by_unit ON round_node (organisation, unit, round);

-- Which units' people are in a leaf, and how many of each: a hidden unit finds its group by it.
CREATE TABLE round_member (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    unit BIGINT NOT NULL,
    -- whether these are the unit's own staff beside units of its own (its managers and its office)
    direct BOOLEAN NOT NULL,
    -- in a round by occupation, those of one: its name; else empty
    occupation TEXT NOT NULL CHECK (length(occupation) <= 100),
    place BIGINT NOT NULL,
    eligible BIGINT NOT NULL CHECK (eligible >= 0),
    PRIMARY KEY (organisation, round, unit, direct, occupation),
    FOREIGN KEY (organisation, round, place) REFERENCES round_node (organisation, round, place) ON DELETE CASCADE
);

-- A leaf's keys. The private one is sealed under the key outside the database, and destroyed at closing. An open group has none.
CREATE TABLE key_group (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    modulus BYTEA CHECK (octet_length(modulus) BETWEEN 384 AND 512),
    private_key BYTEA CHECK (octet_length(private_key) BETWEEN 100 AND 4000),
    -- how many drew and how many slips were made and used: all that stays of it after closing
    drawn BIGINT NOT NULL CHECK (drawn >= 0),
    slips BIGINT NOT NULL CHECK (slips >= 0),
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round, place) REFERENCES round_node (organisation, round, place) ON DELETE CASCADE
);

-- Who is asked, and where they draw. Until closing.
CREATE TABLE eligible (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    person BIGINT NOT NULL,
    reminders BIGINT NOT NULL CHECK (reminders BETWEEN 0 AND 2),
    PRIMARY KEY (organisation, round, place, person),
    FOREIGN KEY (organisation, round, place) REFERENCES key_group (organisation, round, place) ON DELETE CASCADE,
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX eligible_by_person ON eligible (organisation, person, round);

-- The link in an invitation: it draws, and does nothing else. Until closing.
CREATE TABLE invitation (
    secret_hash BYTEA PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    person BIGINT NOT NULL,
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);
CREATE INDEX invitation_by_person ON invitation (organisation, round, person);

-- A ballot collected: who, and the blinded message that was signed, which says nothing of the ballot. Until closing. No time.
CREATE TABLE draw (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    person BIGINT NOT NULL,
    blinded_hash BYTEA NOT NULL CHECK (octet_length(blinded_hash) = 32),
    blind_signature BYTEA NOT NULL CHECK (octet_length(blind_signature) BETWEEN 384 AND 512),
    PRIMARY KEY (organisation, round, place, person),
    FOREIGN KEY (organisation, round, place, person) REFERENCES eligible (organisation, round, place, person) ON DELETE CASCADE
);

-- A slip not yet used. Which person has it, nobody here knows.
CREATE TABLE slip (
    code_hash BYTEA PRIMARY KEY CHECK (octet_length(code_hash) = 32),
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    FOREIGN KEY (organisation, round, place) REFERENCES key_group (organisation, round, place) ON DELETE CASCADE
);
CREATE INDEX slip_by_group ON slip (organisation, round, place);

-- What the ballots of a round are sealed with while they lie in the box, itself sealed under the key outside the database. Until closing:
-- once it is gone, what a log of the database or an old copy holds of `arrival` cannot be opened.
CREATE TABLE ballot_box (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    sealed_key BYTEA NOT NULL CHECK (octet_length(sealed_key) BETWEEN 50 AND 200),
    PRIMARY KEY (organisation, round),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);

-- Ballots as they come, acknowledged and durable. Under a keyed name, sealed, and each of a round as long as the others: which of them
-- becomes which ballot at closing cannot be told from the order they were written in. No time, no sequence, no person.
CREATE TABLE arrival (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    name BYTEA NOT NULL CHECK (octet_length(name) = 32),
    sealed BYTEA NOT NULL CHECK (octet_length(sealed) BETWEEN 60 AND 2600),
    PRIMARY KEY (organisation, round, place, name),
    FOREIGN KEY (organisation, round, place) REFERENCES key_group (organisation, round, place)
);

-- Ballots, written all at once at closing in the order of their random names, until 30 days after it.
CREATE TABLE ballot (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    nonce BYTEA NOT NULL CHECK (octet_length(nonce) = 32),
    answers TEXT NOT NULL CHECK (length(answers) BETWEEN 0 AND 40),
    words TEXT CHECK (length(words) BETWEEN 1 AND 600),
    PRIMARY KEY (organisation, round, place, nonce),
    FOREIGN KEY (organisation, round, place) REFERENCES key_group (organisation, round, place)
);

-- What everyone compares: RFC 9162's tree hash over the lines of the manifest.
CREATE TABLE opening (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    previous BYTEA CHECK (octet_length(previous) = 32),
    PRIMARY KEY (organisation, round),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);

-- What was frozen when a round opened. Beside its opening, which many pages look at and nobody should have to read all of this for.
CREATE TABLE manifest (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    -- one JSON object a line: the round, its questions, its tree, its groups with their keys
    manifest BYTEA NOT NULL CHECK (octet_length(manifest) BETWEEN 1 AND 400000000),
    PRIMARY KEY (organisation, round),
    FOREIGN KEY (organisation, round) REFERENCES opening (organisation, round) ON DELETE CASCADE
);

-- The one moment in which a round gets its results.
CREATE TABLE closing (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    closed_at BIGINT NOT NULL,
    eligible BIGINT NOT NULL CHECK (eligible >= 0),
    drawn BIGINT NOT NULL CHECK (drawn >= 0),
    slips BIGINT NOT NULL CHECK (slips >= 0),
    unused_slips BIGINT NOT NULL CHECK (unused_slips >= 0),
    ballots BIGINT NOT NULL CHECK (ballots >= 0),
    -- why nothing was published, if the audit stopped it
    withheld TEXT CHECK (length(withheld) BETWEEN 1 AND 40),
    -- when the ballots were erased
    erased_at BIGINT,
    PRIMARY KEY (organisation, round),
    FOREIGN KEY (organisation, round) REFERENCES round (organisation, id) ON DELETE CASCADE
);

-- Beside the closing, for the same reason as the manifest.
CREATE TABLE receipts (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    -- sorted 16-byte receipts of the counted ballots, one after the other
    receipts BYTEA NOT NULL,
    PRIMARY KEY (organisation, round),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- What is shown of each node of the frozen tree.
CREATE TABLE released_node (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('hidden', 'full', 'partial')),
    -- ballots the figures count; NULL where hidden
    ballots BIGINT CHECK (ballots >= 0),
    left_out BIGINT NOT NULL CHECK (left_out >= 0),
    -- the smallest group a hidden node is shown in
    pool BIGINT CHECK (pool >= 0),
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- The pools, and which leaves are in each.
CREATE TABLE pool_leaf (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    pool BIGINT NOT NULL CHECK (pool >= 0),
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- The released figures, and there are no others: each pool's answers to each question. Five counts, or on which side nearly all were.
CREATE TABLE released_figure (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    question BIGINT NOT NULL,
    pool BIGINT NOT NULL CHECK (pool >= 0),
    answers BIGINT NOT NULL CHECK (answers >= 0),
    near TEXT CHECK (near IN ('1-3', '4-5')),
    ones BIGINT CHECK (ones >= 0),
    twos BIGINT CHECK (twos >= 0),
    threes BIGINT CHECK (threes >= 0),
    fours BIGINT CHECK (fours >= 0),
    fives BIGINT CHECK (fives >= 0),
    CHECK ((near IS NULL) = (ones IS NOT NULL AND twos IS NOT NULL AND threes IS NOT NULL AND fours IS NOT NULL AND fives IS NOT NULL)),
    PRIMARY KEY (organisation, round, question, pool),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- How much the items of an index go together over everybody, in twentieths: what the spread of the index needs, since who answered
-- what to which is not released.
CREATE TABLE released_correlation (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    measure TEXT NOT NULL CHECK (length(measure) BETWEEN 1 AND 40),
    twentieths BIGINT NOT NULL CHECK (twentieths BETWEEN 0 AND 20),
    PRIMARY KEY (organisation, round, measure),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- What people wrote, from enough of them, in no order.
CREATE TABLE released_words (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    id BIGINT NOT NULL,
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 600),
    PRIMARY KEY (organisation, round, place, id),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);

-- What a leader and the team agreed in their talk, told back to the team.
CREATE TABLE agreed_action (
    organisation BIGINT NOT NULL,
    round BIGINT NOT NULL,
    place BIGINT NOT NULL,
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
    -- the area the team chose to work on
    area TEXT CHECK (length(area) BETWEEN 1 AND 2),
    talked_on TEXT NOT NULL CHECK (length(talked_on) = 10),
    done_by TEXT CHECK (length(done_by) = 10),
    told_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, round, place),
    FOREIGN KEY (organisation, round) REFERENCES closing (organisation, round) ON DELETE CASCADE
);
