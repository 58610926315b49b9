-- The first shape of a store. Portable SQL: {BLOB} is the back end's word for bytes; a statement ends with ';' at the
-- end of its line. Times are seconds since 1970-01-01T00:00:00Z. Digests are SHA-256 in lower-case hex.

-- Name and value: 'schema' (number of the last migration), 'blob-key' (the key of this store's keyed digests).
CREATE TABLE store_info (
    name  VARCHAR(40) NOT NULL PRIMARY KEY,
    value VARCHAR(200) NOT NULL
);

-- The chain. A row is never changed and never deleted; it holds no words about a case.
CREATE TABLE event (
    number          BIGINT NOT NULL PRIMARY KEY,
    at              BIGINT NOT NULL,
    actor           VARCHAR(64) NOT NULL,
    kind            VARCHAR(40) NOT NULL,
    case_id         VARCHAR(40) NOT NULL,
    payload_digest  VARCHAR(64) NOT NULL,
    previous_digest VARCHAR(64) NOT NULL,
    digest          VARCHAR(64) NOT NULL
);
CREATE INDEX event_by_case ON event (case_id, number);

-- What an event says. Rows of their own, erased with their case; with the salt gone the digest in the chain tells nothing.
CREATE TABLE event_payload (
    event_number BIGINT NOT NULL PRIMARY KEY REFERENCES event (number),
    salt         VARCHAR(64) NOT NULL,
    body         TEXT NOT NULL
);

-- Bytes of files, readings and crops. keyed_digest = HMAC(blob-key, case and SHA-256): equal papers in two cases have
-- unequal digests, and erasing one case erases its bytes.
CREATE TABLE case_blob (
    case_id      VARCHAR(40) NOT NULL,
    keyed_digest VARCHAR(64) NOT NULL,
    bytes        {BLOB} NOT NULL,
    PRIMARY KEY (case_id, keyed_digest)
);

-- Derived from the events of a case, for lists. It can be made anew from them at any time.
CREATE TABLE case_summary (
    case_id    VARCHAR(40) NOT NULL PRIMARY KEY,
    last_event BIGINT NOT NULL REFERENCES event (number),
    subject    TEXT NOT NULL,
    state      VARCHAR(20) NOT NULL,
    officer    VARCHAR(64) NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    as_of      VARCHAR(10) NOT NULL,
    files      BIGINT NOT NULL,
    documents  BIGINT NOT NULL,
    adverse    BIGINT NOT NULL,
    cautions   BIGINT NOT NULL,
    conclusion VARCHAR(20) NOT NULL
);

-- key_name is the name in lower case, so that a name is unique however it is typed.
CREATE TABLE account (
    key_name        VARCHAR(64) NOT NULL PRIMARY KEY,
    name            VARCHAR(64) NOT NULL,
    display_name    VARCHAR(200) NOT NULL,
    role            VARCHAR(20) NOT NULL,
    password_hash   VARCHAR(200) NOT NULL,
    disabled        BIGINT NOT NULL,
    failed_attempts BIGINT NOT NULL
);

-- A session is known by the digest of its token; who reads the store cannot act as somebody else.
CREATE TABLE sign_in (
    token_digest VARCHAR(64) NOT NULL PRIMARY KEY,
    key_name     VARCHAR(64) NOT NULL REFERENCES account (key_name),
    signed_in_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
