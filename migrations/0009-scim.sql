-- Who a directory (Entra ID, Okta) says there is, and who may not sign in because of that.

-- What a directory shows who it is by: only the hash of it is here.
CREATE TABLE scim_token (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    secret_hash BYTEA NOT NULL CHECK (octet_length(secret_hash) = 32),
    -- which directory it was made for
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    made_at BIGINT NOT NULL,
    -- NULL for the command line; nobody's number once that person is erased
    made_by BIGINT,
    seen_at BIGINT,
    PRIMARY KEY (organisation, id)
);
CREATE UNIQUE INDEX scim_token_by_hash ON scim_token (secret_hash);

-- What a directory says of a person. The person may be known otherwise too: then the staff list decides the name.
CREATE TABLE scim_user (
    organisation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    user_name TEXT NOT NULL CHECK (length(user_name) BETWEEN 1 AND 254),
    -- the same in lower case: capitals make no difference
    user_name_key TEXT NOT NULL CHECK (length(user_name_key) BETWEEN 1 AND 300),
    external_id TEXT CHECK (length(external_id) BETWEEN 1 AND 254),
    given_name TEXT CHECK (length(given_name) BETWEEN 1 AND 100),
    family_name TEXT CHECK (length(family_name) BETWEEN 1 AND 100),
    display_name TEXT CHECK (length(display_name) BETWEEN 1 AND 200),
    mail TEXT CHECK (length(mail) BETWEEN 3 AND 254),
    mail_sort TEXT CHECK (length(mail_sort) BETWEEN 1 AND 20),
    mail_primary BOOLEAN,
    employee_number TEXT CHECK (length(employee_number) BETWEEN 1 AND 100),
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (mail IS NOT NULL OR (mail_sort IS NULL AND mail_primary IS NULL)),
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX scim_user_by_person ON scim_user (organisation, person);
CREATE UNIQUE INDEX scim_user_by_name ON scim_user (organisation, user_name_key);
CREATE INDEX scim_user_by_external_id ON scim_user (organisation, external_id);

CREATE TABLE scim_group (
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    id BIGINT NOT NULL,
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    external_id TEXT CHECK (length(external_id) BETWEEN 1 AND 254),
    -- what its members may be, once somebody has said so here
    role TEXT CHECK (length(role) BETWEEN 1 AND 20),
    version BIGINT NOT NULL CHECK (version >= 1),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, id)
);

CREATE TABLE scim_member (
    organisation BIGINT NOT NULL,
    scim_group BIGINT NOT NULL,
    scim_user BIGINT NOT NULL,
    PRIMARY KEY (organisation, scim_group, scim_user),
    FOREIGN KEY (organisation, scim_group) REFERENCES scim_group (organisation, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation, scim_user) REFERENCES scim_user (organisation, id) ON DELETE CASCADE
);
CREATE INDEX scim_member_by_user ON scim_member (organisation, scim_user);

-- Which of the given roles a group gave: they are taken back when the membership ends. What was given by hand stays.
CREATE TABLE role_by_group (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 20),
    PRIMARY KEY (organisation, person, role),
    FOREIGN KEY (organisation, person, role) REFERENCES given_role (organisation, person, role) ON DELETE CASCADE
);

-- Who may not sign in: the directory has switched them off, or let go of them.
CREATE TABLE sign_in_lock (
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (organisation, person),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id) ON DELETE CASCADE
);
