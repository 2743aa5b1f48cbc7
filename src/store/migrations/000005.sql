-- Letters to the county (直报函): what officers tell of leaders who interfere. Sealed to the county's key; nothing here says
-- who wrote, when, or whether anybody did (docs/decisions/0026).

-- The county's public keys. One is in use; what was sealed to an earlier one opens with its own private key.
CREATE TABLE letter_key (
  org_code text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  office text NOT NULL,
  accepted_on date NOT NULL,
  accepted_by text NOT NULL,
  stopped_on date,
  PRIMARY KEY (org_code, fingerprint)
);

CREATE UNIQUE INDEX letter_key_in_use ON letter_key (org_code) WHERE stopped_on IS NULL;

-- Places of batches, each a letter or a blank, all of one length. No account, no time; a batch is always rewritten whole.
CREATE TABLE letter (
  org_code text COLLATE "C" NOT NULL,
  batch uuid NOT NULL,
  place uuid NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (org_code, batch, place)
);

ALTER TABLE letter_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON letter_key USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON letter USING (org_code = current_setting('app.org', true));

GRANT SELECT, INSERT, UPDATE (stopped_on) ON letter_key TO fadu_app;

GRANT SELECT, INSERT, DELETE ON letter TO fadu_app;
