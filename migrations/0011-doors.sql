-- The doors besides links and passwords: an account at the organisation's own sign-in, and passkeys.

-- By which door somebody came, when they last proved who they are, and what the provider calls its own sign-in, so that it can end this one too.
ALTER TABLE session ADD COLUMN door TEXT CHECK (door IN ('link', 'password', 'account', 'passkey'));
ALTER TABLE session ADD COLUMN proven_at BIGINT;
ALTER TABLE session ADD COLUMN provider_session TEXT CHECK (length(provider_session) BETWEEN 1 AND 255);

-- Who somebody is at the organisation's own sign-in: remembered at the first time, so that a changed address changes nothing, and an
-- address that somebody else was given later opens nothing.
CREATE TABLE account (
    organisation BIGINT NOT NULL,
    issuer TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    person BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, issuer, subject),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX account_by_person ON account (organisation, person, issuer);

-- A key in somebody's phone or computer. What is here is its public half.
CREATE TABLE passkey (
    organisation BIGINT NOT NULL,
    -- by which the authenticator names it
    credential BYTEA NOT NULL CHECK (octet_length(credential) BETWEEN 1 AND 1023),
    person BIGINT NOT NULL,
    -- what the person sees in their list, and removes by
    label BIGINT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- what it counts, and the public key
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 1000),
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (organisation, credential),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE INDEX passkey_by_person ON passkey (organisation, person);
