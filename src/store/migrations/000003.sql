-- Accounts sign in. Of every secret only a hash stands here, or (the second factor) a text sealed with a key outside this
-- database. Nothing here is part of the ledger: who signed in is noted in sign_in_event.

-- The password of an account, as an argon2id string with its parameters. No row: no password yet.
CREATE TABLE credential (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (org_code, account),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

-- A code that works once: in place of a password ('password'), or to bind an outside identity ('identity').
CREATE TABLE one_time_code (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL CHECK (purpose IN ('password', 'identity')),
  code bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_code, account, purpose),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

-- One sign-in. `stage` says what is still missing: a password of one's own, the second factor, nothing.
CREATE TABLE session (
  org_code text COLLATE "C" NOT NULL,
  session_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret bytea NOT NULL,
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('change', 'factor', 'open')),
  strong boolean NOT NULL,
  device text NOT NULL,
  address text NOT NULL,
  opened_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (org_code, session_id),
  UNIQUE (org_code, secret),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

CREATE INDEX session_by_account ON session (org_code, account, opened_at);

-- Failures only, never successes. `who` is a keyed hash of what was typed as the account: it may be no account, or a
-- password in the wrong place. An empty address counts the account from everywhere.
CREATE TABLE sign_in_failure (
  org_code text COLLATE "C" NOT NULL,
  who bytea NOT NULL,
  address text COLLATE "C" NOT NULL,
  failures integer NOT NULL,
  failed_at timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (org_code, who, address)
);

CREATE INDEX sign_in_failure_by_age ON sign_in_failure (org_code, failed_at);

-- An authenticator app (TOTP). `last_step` is the last period whose code was used: no code works twice.
CREATE TABLE second_factor (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL,
  PRIMARY KEY (org_code, account),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

CREATE TABLE recovery_code (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  code bytea NOT NULL,
  PRIMARY KEY (org_code, account, code),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

-- Shared-PC mode: a short number, hashed with a key outside this database.
CREATE TABLE pin (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  hash text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (org_code, account),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

-- Who signed in with a password on which shared PC, and how often the PIN was wrong there since.
CREATE TABLE device_account (
  org_code text COLLATE "C" NOT NULL,
  device bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  signed_in_at timestamptz NOT NULL,
  pin_failures integer NOT NULL,
  PRIMARY KEY (org_code, device, account),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

CREATE TABLE api_token (
  org_code text COLLATE "C" NOT NULL,
  token_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret bytea NOT NULL,
  label text NOT NULL,
  scopes text[] NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (org_code, token_id),
  UNIQUE (org_code, secret),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

CREATE INDEX api_token_by_account ON api_token (org_code, account, made_at);

-- Which account a person of an identity provider (OIDC) signs in to.
CREATE TABLE outside_identity (
  org_code text COLLATE "C" NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  account text COLLATE "C" NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (org_code, issuer, subject),
  FOREIGN KEY (org_code, account) REFERENCES account (org_code, account)
);

-- Sign-ins and what changed about them. Append-only; no secrets. `account` is null where nobody has that account.
CREATE TABLE sign_in_event (
  org_code text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  event_id uuid NOT NULL,
  account text COLLATE "C",
  what text COLLATE "C" NOT NULL,
  done_by text COLLATE "C",
  address text NOT NULL,
  device text NOT NULL,
  PRIMARY KEY (org_code, at, event_id)
);

CREATE INDEX sign_in_event_by_account ON sign_in_event (org_code, account, at);

-- Answers to writes that are no acts of the ledger, for the same request sent once more (Idempotency-Key). Only hashes of key
-- and request; the answer, which may hold a code or a secret that is shown once, is sealed with a key outside this database.
-- Kept a day. `status` null: under way.
CREATE TABLE repeatable_answer (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  key_hash bytea NOT NULL,
  request_hash bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  status integer,
  sealed bytea,
  PRIMARY KEY (org_code, account, key_hash)
);

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;

ALTER TABLE one_time_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE session ENABLE ROW LEVEL SECURITY;

ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;

ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;

ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE pin ENABLE ROW LEVEL SECURITY;

ALTER TABLE device_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE outside_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE sign_in_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE repeatable_answer ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON credential USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON one_time_code USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON session USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON sign_in_failure USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON second_factor USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON recovery_code USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON pin USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON device_account USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON api_token USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON outside_identity USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON sign_in_event USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON repeatable_answer USING (org_code = current_setting('app.org', true));

GRANT SELECT, INSERT, UPDATE (hash, changed_at), DELETE ON credential TO fadu_app;

GRANT SELECT, INSERT, UPDATE (code, expires_at), DELETE ON one_time_code TO fadu_app;

GRANT SELECT, INSERT, UPDATE (secret, stage, strong, seen_at), DELETE ON session TO fadu_app;

GRANT SELECT, INSERT, UPDATE (failures, failed_at, locked_until), DELETE ON sign_in_failure TO fadu_app;

GRANT SELECT, INSERT, UPDATE (sealed, made_at, confirmed_at, last_step), DELETE ON second_factor TO fadu_app;

GRANT SELECT, INSERT, DELETE ON recovery_code TO fadu_app;

GRANT SELECT, INSERT, UPDATE (hash, set_at), DELETE ON pin TO fadu_app;

GRANT SELECT, INSERT, UPDATE (signed_in_at, pin_failures), DELETE ON device_account TO fadu_app;

GRANT SELECT, INSERT, UPDATE (used_at, revoked_at) ON api_token TO fadu_app;

GRANT SELECT, INSERT, DELETE ON outside_identity TO fadu_app;

GRANT SELECT, INSERT ON sign_in_event TO fadu_app;

GRANT SELECT, INSERT, UPDATE (asked_at, request_hash, status, sealed), DELETE ON repeatable_answer TO fadu_app;
