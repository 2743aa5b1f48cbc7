-- The ledger is the truth; record, link, gram, term, contribution, counter and document_number are a projection of it.
-- One dialect for PostgreSQL >= 15 and Citus: org_code first in every key, no triggers, one statement per call.

-- Administrative divisions by date, as they are published (reference table). `valid_to` is the last day.
CREATE TABLE division (
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]{12}$'),
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  successor text COLLATE "C",
  PRIMARY KEY (code, valid_from)
);

-- Organisations that keep a ledger here, by date (reference table): a row for each name and official code that they had.
-- `code` is the one at founding and never changes.
CREATE TABLE org_unit (
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]{12}$'),
  official_code text COLLATE "C" NOT NULL CHECK (official_code ~ '^[0-9]{12}$'),
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  successor text COLLATE "C",
  demo boolean NOT NULL DEFAULT false,
  PRIMARY KEY (code, valid_from)
);

-- One row per organisation: where its chain stands. Its lock orders the organisation's writes.
CREATE TABLE head (
  org_code text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  chain bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  demo boolean NOT NULL,
  closed_on date,
  PRIMARY KEY (org_code)
);

-- The ledger. `text` is the exact canonical text (RFC 8785) that is hashed.
CREATE TABLE entry (
  org_code text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  record_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  idem bytea NOT NULL,
  leaf bytea NOT NULL,
  chain bytea NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (org_code, seq),
  UNIQUE (org_code, idem)
);

CREATE INDEX entry_by_record ON entry (org_code, record_id, seq);

-- Personal values apart from the entries that commit to them; the key and salt are not in this database.
CREATE TABLE personal_value (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  seq bigint NOT NULL,
  key_id bytea NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (org_code, record_id, field, seq)
);

CREATE TABLE record (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  kind_version integer NOT NULL,
  version integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  title text NOT NULL,
  village text,
  unit text,
  occurred_on date NOT NULL,
  occurred_precision text NOT NULL,
  recorded_on date NOT NULL,
  source text NOT NULL,
  evidence text NOT NULL,
  home text,
  upper_number text,
  sealed text,
  audience text NOT NULL,
  handlers text[] NOT NULL,
  restricted text[] NOT NULL,
  erased jsonb NOT NULL,
  is_drill boolean NOT NULL,
  voided_by bigint,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  flaws integer NOT NULL,
  body jsonb NOT NULL,
  -- What is found by search: the text as it is compared.
  words text NOT NULL,
  PRIMARY KEY (org_code, record_id)
);

-- A list is read in the order of its index, forwards or backwards, from where the page before ended. Every record fulfils
-- the conditions of these indexes. But where nothing is known of a table yet, any index that begins with org_code looks as
-- good as the key, and a lookup by id would read the whole organisation: so each serves only a statement that implies its
-- condition, by a kind or by saying it (lists do).
CREATE INDEX record_by_state ON record (org_code, kind, state, occurred_on, record_id) WHERE kind IS NOT NULL;

CREATE INDEX record_by_day ON record (org_code, occurred_on, record_id) WHERE version > 0;

-- 登记日 follows the number of the first entry.
CREATE INDEX record_by_number ON record (org_code, first_seq) WHERE version > 0;

-- What a crash may have left to destroy is found without reading all records.
CREATE INDEX record_erased ON record (org_code, record_id) WHERE erased <> '{}';

CREATE TABLE link (
  org_code text COLLATE "C" NOT NULL,
  from_record uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  to_record uuid NOT NULL,
  PRIMARY KEY (org_code, from_record, role, to_record)
);

CREATE INDEX link_backwards ON link (org_code, to_record, role);

-- Pieces of two characters of a record's words, and the last character of each piece: search enters here, since nothing but
-- comparison may enter an index under row level security (docs/decisions).
CREATE TABLE gram (
  org_code text COLLATE "C" NOT NULL,
  gram text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (org_code, gram, record_id)
);

-- Terms that run in a matter: from which day, by which rule, and the field that will meet it. When they end is computed:
-- a holiday notice moves it, and nothing here. `manner` says how this one is counted, where not as the rule has it: time
-- that does not count, an extension, a number of its own. What decides who may know of the record stands here too, so that what is due
-- is counted without looking at each.
CREATE TABLE term (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  rule text COLLATE "C" NOT NULL,
  met_by text COLLATE "C" NOT NULL,
  starts date NOT NULL,
  manner text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  village text,
  sealed text,
  audience text NOT NULL,
  handlers text[] NOT NULL,
  PRIMARY KEY (org_code, record_id, rule, met_by)
);

CREATE INDEX term_by_start ON term (org_code, rule, starts, record_id) WHERE rule IS NOT NULL;

-- What each record adds to each figure: the number and the records behind it are the same rows. `evidence` is the rank of
-- the record's grade, 0 the strongest, so that a year is counted from one index.
CREATE TABLE contribution (
  org_code text COLLATE "C" NOT NULL,
  figure text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  part text COLLATE "C" NOT NULL,
  starts date NOT NULL,
  ends date,
  amount bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  evidence smallint NOT NULL,
  PRIMARY KEY (org_code, record_id, figure, part)
);

CREATE INDEX contribution_by_figure ON contribution (org_code, figure, starts) INCLUDE (ends, part, amount, key, evidence);

CREATE TABLE counter (
  org_code text COLLATE "C" NOT NULL,
  month text COLLATE "C" NOT NULL,
  figure text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (org_code, month, figure)
);

-- Official numbers (文号) of the office's own series that records hold. A voided record keeps its number.
CREATE TABLE document_number (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (org_code, record_id, series, year, number)
);

CREATE INDEX document_number_by_series ON document_number (org_code, series, year, number);

-- Who has an account and who holds which post are projections of the ledger too. The person's name is a personal value.
-- Rows of accounts stay when the projection is made anew: sign-in refers to them.
CREATE TABLE account (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  closed_on date,
  PRIMARY KEY (org_code, account),
  UNIQUE (org_code, record_id)
);

-- `account` is one of the organisation, or `account@organisation` of another. `valid_to` is the last day.
CREATE TABLE post_holding (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  villages text[],
  clearances text[] NOT NULL,
  substitute_for text COLLATE "C",
  PRIMARY KEY (org_code, record_id)
);

CREATE INDEX post_holding_by_account ON post_holding (org_code, account, post);

-- Other systems that hear of what is entered (回调). No projection: what the system administrator set up. `sealed` is the
-- secret that deliveries are signed with, sealed with a key outside this database; `retired` the one before it, which still
-- signs until `retired_until`. `kinds` null: all. A removed one keeps its row without address and secrets.
CREATE TABLE webhook (
  org_code text COLLATE "C" NOT NULL,
  webhook_id uuid NOT NULL,
  label text NOT NULL,
  address text NOT NULL,
  kinds text[],
  sealed bytea NOT NULL,
  retired bytea,
  retired_until timestamptz,
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  failing_since timestamptz,
  paused_at timestamptz,
  paused_for text COLLATE "C" CHECK (paused_for IN ('hand', 'failing', 'gone')),
  removed_at timestamptz,
  PRIMARY KEY (org_code, webhook_id),
  FOREIGN KEY (org_code, made_by) REFERENCES account (org_code, account)
);

-- What is to be told to them (投递), put here in the transaction of the entry that it tells of. Nothing that somebody typed;
-- no number where it is a trial. `due_at` null: nothing more will be tried. `claimed_until`: a process is at it.
CREATE TABLE webhook_delivery (
  org_code text COLLATE "C" NOT NULL,
  delivery_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  seq bigint,
  record_id uuid,
  kind text COLLATE "C",
  step text COLLATE "C",
  state text COLLATE "C",
  day date,
  is_drill boolean NOT NULL,
  queued_at timestamptz NOT NULL,
  due_at timestamptz,
  claimed_until timestamptz,
  attempts integer NOT NULL,
  tried_at timestamptz,
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('waiting', 'delivered', 'given-up', 'withheld')),
  status integer,
  trouble text COLLATE "C",
  took_ms integer,
  PRIMARY KEY (org_code, delivery_id),
  FOREIGN KEY (org_code, webhook_id) REFERENCES webhook (org_code, webhook_id)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (org_code, webhook_id, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX webhook_delivery_by_age ON webhook_delivery (org_code, webhook_id, queued_at, delivery_id);

ALTER TABLE head ENABLE ROW LEVEL SECURITY;

ALTER TABLE entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE personal_value ENABLE ROW LEVEL SECURITY;

ALTER TABLE record ENABLE ROW LEVEL SECURITY;

ALTER TABLE link ENABLE ROW LEVEL SECURITY;

ALTER TABLE gram ENABLE ROW LEVEL SECURITY;

ALTER TABLE term ENABLE ROW LEVEL SECURITY;

ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;

ALTER TABLE counter ENABLE ROW LEVEL SECURITY;

ALTER TABLE document_number ENABLE ROW LEVEL SECURITY;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;

ALTER TABLE post_holding ENABLE ROW LEVEL SECURITY;

ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;

ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;

-- A transaction sees the one organisation of app.org; unset means none. An equality, not a range: a range beside the
-- statement's own equality misleads the planner into indexes that read the whole organisation (docs/decisions).
CREATE POLICY tenant ON head USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON entry USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON personal_value USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON record USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON link USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON gram USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON term USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON contribution USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON counter USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON document_number USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON account USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON post_holding USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON webhook USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON webhook_delivery USING (org_code = current_setting('app.org', true));

GRANT SELECT, INSERT, UPDATE (name, valid_to, successor) ON division TO fadu_app;

GRANT SELECT, INSERT, DELETE ON org_unit TO fadu_app;

GRANT SELECT, INSERT, UPDATE (seq, chain, recorded_at, closed_on) ON head TO fadu_app;

-- Append-only: no UPDATE, no DELETE, no TRUNCATE for anybody but the owner of the schema.
GRANT SELECT, INSERT ON entry TO fadu_app;

GRANT SELECT, INSERT, DELETE ON personal_value TO fadu_app;

GRANT SELECT, INSERT, DELETE ON record TO fadu_app;

GRANT SELECT, INSERT, DELETE ON link TO fadu_app;

GRANT SELECT, INSERT, DELETE ON gram TO fadu_app;

GRANT SELECT, INSERT, DELETE ON term TO fadu_app;

GRANT SELECT, INSERT, DELETE ON contribution TO fadu_app;

GRANT SELECT, INSERT, UPDATE (amount), DELETE ON counter TO fadu_app;

GRANT SELECT, INSERT, DELETE ON document_number TO fadu_app;

GRANT SELECT, INSERT, UPDATE (closed_on), DELETE ON account TO fadu_app;

GRANT SELECT, INSERT, DELETE ON post_holding TO fadu_app;

GRANT SELECT, INSERT, UPDATE (
  label, address, kinds, sealed, retired, retired_until, failing_since, paused_at, paused_for, removed_at
) ON webhook TO fadu_app;

GRANT SELECT, INSERT, UPDATE (
  due_at, claimed_until, attempts, tried_at, outcome, status, trouble, took_ms
), DELETE ON webhook_delivery TO fadu_app;
