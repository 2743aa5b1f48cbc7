-- The schema that src/store/migrations result in, read from the catalogue of a migrated database. For reading and for
-- review: a change of the migrations shows here as a difference. Written by `npm run schema`; do not edit.

CREATE TABLE account (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  closed_on date,
  CONSTRAINT account_pkey PRIMARY KEY (org_code, account),
  CONSTRAINT account_org_code_record_id_key UNIQUE (org_code, record_id)
);
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON account TO fadu_app;
GRANT UPDATE (closed_on) ON account TO fadu_app;

CREATE TABLE api_token (
  org_code text COLLATE "C" NOT NULL,
  token_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret bytea NOT NULL,
  label text NOT NULL,
  scopes text[] NOT NULL,
  made_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_token_pkey PRIMARY KEY (org_code, token_id),
  CONSTRAINT api_token_org_code_secret_key UNIQUE (org_code, secret)
);
CREATE INDEX api_token_by_account ON public.api_token USING btree (org_code, account, made_at);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_token USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON api_token TO fadu_app;
GRANT UPDATE (used_at, revoked_at) ON api_token TO fadu_app;

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
  CONSTRAINT contribution_pkey PRIMARY KEY (org_code, record_id, figure, part)
);
CREATE INDEX contribution_by_figure ON public.contribution USING btree (org_code, figure, starts) INCLUDE (ends, part, amount, key, evidence);
ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contribution USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON contribution TO fadu_app;

CREATE TABLE counter (
  org_code text COLLATE "C" NOT NULL,
  month text COLLATE "C" NOT NULL,
  figure text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT counter_pkey PRIMARY KEY (org_code, month, figure)
);
ALTER TABLE counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON counter USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON counter TO fadu_app;
GRANT UPDATE (amount) ON counter TO fadu_app;

CREATE TABLE credential (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  hash text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT credential_pkey PRIMARY KEY (org_code, account)
);
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON credential USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON credential TO fadu_app;
GRANT UPDATE (hash, changed_at) ON credential TO fadu_app;

CREATE TABLE device_account (
  org_code text COLLATE "C" NOT NULL,
  device bytea NOT NULL,
  account text COLLATE "C" NOT NULL,
  signed_in_at timestamp with time zone NOT NULL,
  pin_failures integer NOT NULL,
  CONSTRAINT device_account_pkey PRIMARY KEY (org_code, device, account)
);
ALTER TABLE device_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON device_account USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON device_account TO fadu_app;
GRANT UPDATE (signed_in_at, pin_failures) ON device_account TO fadu_app;

CREATE TABLE division (
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  successor text COLLATE "C",
  CONSTRAINT division_pkey PRIMARY KEY (code, valid_from),
  CONSTRAINT division_code_check CHECK (code ~ '^[0-9]{12}$'::text)
);
GRANT SELECT, INSERT ON division TO fadu_app;
GRANT UPDATE (name, valid_to, successor) ON division TO fadu_app;

CREATE TABLE document_number (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  CONSTRAINT document_number_pkey PRIMARY KEY (org_code, record_id, series, year, number)
);
CREATE INDEX document_number_by_series ON public.document_number USING btree (org_code, series, year, number);
ALTER TABLE document_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON document_number USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON document_number TO fadu_app;

CREATE TABLE entry (
  org_code text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  record_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  idem bytea NOT NULL,
  leaf bytea NOT NULL,
  chain bytea NOT NULL,
  text text NOT NULL,
  CONSTRAINT entry_pkey PRIMARY KEY (org_code, seq),
  CONSTRAINT entry_org_code_idem_key UNIQUE (org_code, idem)
);
CREATE INDEX entry_by_record ON public.entry USING btree (org_code, record_id, seq);
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON entry USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON entry TO fadu_app;

CREATE TABLE gram (
  org_code text COLLATE "C" NOT NULL,
  gram text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT gram_pkey PRIMARY KEY (org_code, gram, record_id)
);
ALTER TABLE gram ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON gram USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON gram TO fadu_app;

CREATE TABLE head (
  org_code text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  chain bytea NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demo boolean NOT NULL,
  closed_on date,
  CONSTRAINT head_pkey PRIMARY KEY (org_code)
);
ALTER TABLE head ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON head USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON head TO fadu_app;
GRANT UPDATE (seq, chain, recorded_at, closed_on) ON head TO fadu_app;

CREATE TABLE letter (
  org_code text COLLATE "C" NOT NULL,
  batch uuid NOT NULL,
  place uuid NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT letter_pkey PRIMARY KEY (org_code, batch, place)
);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON letter USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON letter TO fadu_app;

CREATE TABLE letter_key (
  org_code text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  office text NOT NULL,
  accepted_on date NOT NULL,
  accepted_by text NOT NULL,
  stopped_on date,
  CONSTRAINT letter_key_pkey PRIMARY KEY (org_code, fingerprint)
);
CREATE UNIQUE INDEX letter_key_in_use ON public.letter_key USING btree (org_code) WHERE (stopped_on IS NULL);
ALTER TABLE letter_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON letter_key USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON letter_key TO fadu_app;
GRANT UPDATE (stopped_on) ON letter_key TO fadu_app;

CREATE TABLE link (
  org_code text COLLATE "C" NOT NULL,
  from_record uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  to_record uuid NOT NULL,
  CONSTRAINT link_pkey PRIMARY KEY (org_code, from_record, role, to_record)
);
CREATE INDEX link_backwards ON public.link USING btree (org_code, to_record, role);
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON link USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON link TO fadu_app;

CREATE TABLE migration (
  number integer NOT NULL,
  file text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE one_time_code (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  code bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT one_time_code_pkey PRIMARY KEY (org_code, account, purpose),
  CONSTRAINT one_time_code_purpose_check CHECK (purpose = ANY (ARRAY['password'::text, 'identity'::text]))
);
ALTER TABLE one_time_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON one_time_code USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON one_time_code TO fadu_app;
GRANT UPDATE (code, expires_at) ON one_time_code TO fadu_app;

CREATE TABLE org_unit (
  code text COLLATE "C" NOT NULL,
  official_code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  successor text COLLATE "C",
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT org_unit_pkey PRIMARY KEY (code, valid_from),
  CONSTRAINT org_unit_code_check CHECK (code ~ '^[0-9]{12}$'::text),
  CONSTRAINT org_unit_official_code_check CHECK (official_code ~ '^[0-9]{12}$'::text)
);
GRANT SELECT, INSERT, DELETE ON org_unit TO fadu_app;

CREATE TABLE outside_identity (
  org_code text COLLATE "C" NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  account text COLLATE "C" NOT NULL,
  bound_at timestamp with time zone NOT NULL,
  CONSTRAINT outside_identity_pkey PRIMARY KEY (org_code, issuer, subject)
);
ALTER TABLE outside_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outside_identity USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON outside_identity TO fadu_app;

CREATE TABLE personal_value (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  seq bigint NOT NULL,
  key_id bytea NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT personal_value_pkey PRIMARY KEY (org_code, record_id, field, seq)
);
ALTER TABLE personal_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON personal_value USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON personal_value TO fadu_app;

CREATE TABLE pin (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  hash text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT pin_pkey PRIMARY KEY (org_code, account)
);
ALTER TABLE pin ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pin USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON pin TO fadu_app;
GRANT UPDATE (hash, set_at) ON pin TO fadu_app;

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
  CONSTRAINT post_holding_pkey PRIMARY KEY (org_code, record_id)
);
CREATE INDEX post_holding_by_account ON public.post_holding USING btree (org_code, account, post);
ALTER TABLE post_holding ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON post_holding USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON post_holding TO fadu_app;

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
  words text NOT NULL,
  CONSTRAINT record_pkey PRIMARY KEY (org_code, record_id)
);
CREATE INDEX record_by_day ON public.record USING btree (org_code, occurred_on, record_id) WHERE (version > 0);
CREATE INDEX record_by_number ON public.record USING btree (org_code, first_seq) WHERE (version > 0);
CREATE INDEX record_by_state ON public.record USING btree (org_code, kind, state, occurred_on, record_id) WHERE (kind IS NOT NULL);
CREATE INDEX record_erased ON public.record USING btree (org_code, record_id) WHERE (erased <> '{}'::jsonb);
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON record USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON record TO fadu_app;

CREATE TABLE recovery_code (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  code bytea NOT NULL,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (org_code, account, code)
);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recovery_code USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON recovery_code TO fadu_app;

CREATE TABLE repeatable_answer (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  key_hash bytea NOT NULL,
  request_hash bytea NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  status integer,
  sealed bytea,
  CONSTRAINT repeatable_answer_pkey PRIMARY KEY (org_code, account, key_hash)
);
ALTER TABLE repeatable_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON repeatable_answer USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON repeatable_answer TO fadu_app;
GRANT UPDATE (request_hash, asked_at, status, sealed) ON repeatable_answer TO fadu_app;

CREATE TABLE second_factor (
  org_code text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (org_code, account)
);
ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON second_factor USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON second_factor TO fadu_app;
GRANT UPDATE (sealed, made_at, confirmed_at, last_step) ON second_factor TO fadu_app;

CREATE TABLE session (
  org_code text COLLATE "C" NOT NULL,
  session_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret bytea NOT NULL,
  stage text COLLATE "C" NOT NULL,
  strong boolean NOT NULL,
  device text NOT NULL,
  address text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (org_code, session_id),
  CONSTRAINT session_org_code_secret_key UNIQUE (org_code, secret),
  CONSTRAINT session_stage_check CHECK (stage = ANY (ARRAY['change'::text, 'factor'::text, 'open'::text]))
);
CREATE INDEX session_by_account ON public.session USING btree (org_code, account, opened_at);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON session USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON session TO fadu_app;
GRANT UPDATE (secret, stage, strong, seen_at) ON session TO fadu_app;

CREATE TABLE sign_in_event (
  org_code text COLLATE "C" NOT NULL,
  at timestamp with time zone NOT NULL,
  event_id uuid NOT NULL,
  account text COLLATE "C",
  what text COLLATE "C" NOT NULL,
  done_by text COLLATE "C",
  address text NOT NULL,
  device text NOT NULL,
  CONSTRAINT sign_in_event_pkey PRIMARY KEY (org_code, at, event_id)
);
CREATE INDEX sign_in_event_by_account ON public.sign_in_event USING btree (org_code, account, at);
ALTER TABLE sign_in_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sign_in_event USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON sign_in_event TO fadu_app;

CREATE TABLE sign_in_failure (
  org_code text COLLATE "C" NOT NULL,
  who bytea NOT NULL,
  address text COLLATE "C" NOT NULL,
  failures integer NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (org_code, who, address)
);
CREATE INDEX sign_in_failure_by_age ON public.sign_in_failure USING btree (org_code, failed_at);
ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sign_in_failure USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON sign_in_failure TO fadu_app;
GRANT UPDATE (failures, failed_at, locked_until) ON sign_in_failure TO fadu_app;

CREATE TABLE stock (
  org_code text COLLATE "C" NOT NULL,
  storehouse uuid NOT NULL,
  item uuid NOT NULL,
  lot text COLLATE "C" NOT NULL,
  quantity bigint NOT NULL,
  CONSTRAINT stock_pkey PRIMARY KEY (org_code, storehouse, item, lot),
  CONSTRAINT stock_quantity_check CHECK (quantity >= 0)
);
ALTER TABLE stock ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stock USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON stock TO fadu_app;

CREATE TABLE stock_move (
  org_code text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  storehouse uuid NOT NULL,
  item uuid NOT NULL,
  lot text COLLATE "C" NOT NULL,
  day date NOT NULL,
  amount bigint NOT NULL,
  effect text COLLATE "C" NOT NULL,
  expires date,
  awaits bigint NOT NULL,
  CONSTRAINT stock_move_pkey PRIMARY KEY (org_code, record_id, storehouse, item, lot)
);
CREATE INDEX stock_move_by_lot ON public.stock_move USING btree (org_code, storehouse, item, lot, day) WHERE (storehouse IS NOT NULL);
ALTER TABLE stock_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stock_move USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON stock_move TO fadu_app;

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
  CONSTRAINT term_pkey PRIMARY KEY (org_code, record_id, rule, met_by)
);
CREATE INDEX term_by_start ON public.term USING btree (org_code, rule, starts, record_id) WHERE (rule IS NOT NULL);
ALTER TABLE term ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON term USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON term TO fadu_app;

CREATE TABLE webhook (
  org_code text COLLATE "C" NOT NULL,
  webhook_id uuid NOT NULL,
  label text NOT NULL,
  address text NOT NULL,
  kinds text[],
  sealed bytea NOT NULL,
  retired bytea,
  retired_until timestamp with time zone,
  made_by text COLLATE "C" NOT NULL,
  made_at timestamp with time zone NOT NULL,
  failing_since timestamp with time zone,
  paused_at timestamp with time zone,
  paused_for text COLLATE "C",
  removed_at timestamp with time zone,
  CONSTRAINT webhook_pkey PRIMARY KEY (org_code, webhook_id),
  CONSTRAINT webhook_paused_for_check CHECK (paused_for = ANY (ARRAY['hand'::text, 'failing'::text, 'gone'::text]))
);
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT ON webhook TO fadu_app;
GRANT UPDATE (label, address, kinds, sealed, retired, retired_until, failing_since, paused_at, paused_for, removed_at) ON webhook TO fadu_app;

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
  queued_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone,
  claimed_until timestamp with time zone,
  attempts integer NOT NULL,
  tried_at timestamp with time zone,
  outcome text COLLATE "C" NOT NULL,
  status integer,
  trouble text COLLATE "C",
  took_ms integer,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (org_code, delivery_id),
  CONSTRAINT webhook_delivery_outcome_check CHECK (outcome = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text, 'withheld'::text]))
);
CREATE INDEX webhook_delivery_by_age ON public.webhook_delivery USING btree (org_code, webhook_id, queued_at, delivery_id);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (org_code, webhook_id, due_at) WHERE (due_at IS NOT NULL);
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_delivery USING (org_code = current_setting('app.org'::text, true));
GRANT SELECT, INSERT, DELETE ON webhook_delivery TO fadu_app;
GRANT UPDATE (due_at, claimed_until, attempts, tried_at, outcome, status, trouble, took_ms) ON webhook_delivery TO fadu_app;

ALTER TABLE api_token ADD CONSTRAINT api_token_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE credential ADD CONSTRAINT credential_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE device_account ADD CONSTRAINT device_account_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE outside_identity ADD CONSTRAINT outside_identity_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE pin ADD CONSTRAINT pin_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE second_factor ADD CONSTRAINT second_factor_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE session ADD CONSTRAINT session_org_code_account_fkey FOREIGN KEY (org_code, account) REFERENCES account(org_code, account);

ALTER TABLE webhook ADD CONSTRAINT webhook_org_code_made_by_fkey FOREIGN KEY (org_code, made_by) REFERENCES account(org_code, account);

ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_org_code_webhook_id_fkey FOREIGN KEY (org_code, webhook_id) REFERENCES webhook(org_code, webhook_id);

CREATE OR REPLACE FUNCTION public.append_entry(p_org text, p_record uuid, p_expected integer, p_idem bytea, p_now timestamp with time zone, p_text text[], p_row jsonb, p_parts jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_head head%ROWTYPE;
  v_at timestamptz;
  v_text text;
  v_leaf bytea;
  v_chain bytea;
BEGIN
  SELECT * INTO v_head FROM head h WHERE h.org_code = p_org FOR UPDATE;
  IF EXISTS (SELECT 1 FROM entry e WHERE e.org_code = p_org AND e.idem = p_idem) THEN
    RETURN -1;
  END IF;
  IF p_expected <> coalesce(
    (SELECT r.version FROM record r WHERE r.org_code = p_org AND r.record_id = p_record), 0
  ) THEN
    RETURN 0;
  END IF;
  IF p_parts ? 'given' AND EXISTS (
    SELECT 1 FROM jsonb_to_recordset(p_parts -> 'given') AS g (series text, year integer, number integer)
    WHERE g.number <> 1 + coalesce((
      SELECT max(n.number) FROM document_number n
      WHERE n.org_code = p_org AND n.series = g.series AND n.year = g.year
    ), 0)
  ) THEN
    RETURN -2;
  END IF;
  IF p_parts ? 'moves' AND NOT stock_stands(p_org, p_record, p_parts) THEN
    RETURN -3;
  END IF;
  v_head.seq := v_head.seq + 1;
  v_at := greatest(p_now, v_head.recorded_at);
  v_text := p_text[1] || encode(v_head.chain, 'hex')
    || p_text[2] || to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || p_text[3] || v_head.seq || p_text[4];
  v_leaf := sha256('\x00'::bytea || convert_to(v_text, 'UTF8'));
  v_chain := sha256(v_head.chain || v_leaf);
  UPDATE head h SET seq = v_head.seq, chain = v_chain, recorded_at = v_at WHERE h.org_code = p_org;
  INSERT INTO entry (org_code, seq, record_id, recorded_at, idem, leaf, chain, text)
  VALUES (p_org, v_head.seq, p_record, v_at, p_idem, v_leaf, v_chain, v_text);
  IF p_parts ? 'moves' THEN
    PERFORM keep_stock(p_org, p_record, p_parts -> 'moves');
  END IF;
  PERFORM project_record(p_org, p_record, place_row(p_row, v_head.seq, v_at), p_parts);
  IF p_parts -> 'personal' <> '[]' THEN
    INSERT INTO personal_value (org_code, record_id, field, seq, key_id, sealed)
    SELECT p_org, p_record, v.field, v_head.seq, decode(v.key_id, 'hex'), decode(v.sealed, 'base64')
    FROM jsonb_to_recordset(p_parts -> 'personal') AS v (field text, key_id text, sealed text);
  END IF;
  -- What other systems are to hear of stands or falls with the entry. Here and not in project_record: replay tells nobody
  -- again. Codes and a day alone; nothing of a record that not everybody here may know of.
  INSERT INTO webhook_delivery (
    org_code, delivery_id, webhook_id, seq, record_id, kind, step, state, day, is_drill, queued_at, due_at, attempts,
    outcome
  )
  SELECT
    p_org, gen_random_uuid(), w.webhook_id, v_head.seq, p_record, p_row ->> 'kind', v_text::jsonb ->> 'step',
    p_row ->> 'state', (v_text::jsonb ->> 'occurredOn')::date, (p_row ->> 'is_drill')::boolean, v_at, p_now, 0,
    'waiting'
  FROM webhook w
  WHERE w.org_code = p_org AND w.removed_at IS NULL
    AND (w.kinds IS NULL OR p_row ->> 'kind' = ANY (w.kinds))
    AND p_row ->> 'sealed' IS NULL AND p_row ->> 'audience' = 'office';
  -- Together with the act that orders it, or not at all: what is projected must be what the ledger then says.
  IF p_parts ? 'stubs' THEN
    PERFORM purge_entries(p_org, v_head.seq, p_parts -> 'stubs');
  END IF;
  RETURN v_head.seq;
END
$function$;

CREATE OR REPLACE FUNCTION public.keep_stock(p_org text, p_record uuid, p_moves jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM stock s USING moved_lots(p_org, p_record, p_moves) l
  WHERE s.org_code = p_org AND s.storehouse = l.storehouse AND s.item = l.item AND s.lot = l.lot;
  INSERT INTO stock (org_code, storehouse, item, lot, quantity)
  SELECT p_org, a.storehouse, a.item, a.lot, (array_agg(a.held ORDER BY a.day DESC))[1]
  FROM stock_after(p_org, p_record, p_moves) a
  GROUP BY a.storehouse, a.item, a.lot
  HAVING (array_agg(a.held ORDER BY a.day DESC))[1] <> 0;
END
$function$;

CREATE OR REPLACE FUNCTION public.moved_lots(p_org text, p_record uuid, p_moves jsonb)
 RETURNS TABLE(storehouse uuid, item uuid, lot text)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT n.storehouse, n.item, n.lot
  FROM jsonb_to_recordset(p_moves) AS n (storehouse uuid, item uuid, lot text)
  UNION
  SELECT m.storehouse, m.item, m.lot FROM stock_move m WHERE m.org_code = p_org AND m.record_id = p_record
$function$;

CREATE OR REPLACE FUNCTION public.open_matter(p_org text, p_record uuid, p_idem bytea, p_account text, p_post text, p_day date, p_links uuid[], p_local text[], p_on text)
 RETURNS TABLE(demo boolean, closed date, prior text, matter jsonb, holdings jsonb, linked jsonb, local jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT h.demo, h.closed_on,
    (SELECT e.text FROM entry e WHERE e.org_code = p_org AND e.idem = p_idem),
    (SELECT to_jsonb(r) FROM record r WHERE r.org_code = p_org AND r.record_id = p_record),
    (
      SELECT jsonb_agg(
        jsonb_build_object(
          'villages', p.villages, 'substituteFor', p.substitute_for, 'clearances', p.clearances
        )
        ORDER BY p.substitute_for IS NOT NULL, p.valid_from, p.record_id
      )
      FROM post_holding p
      WHERE p.org_code = p_org AND p.account = p_account AND p.post = p_post
        AND p.valid_from <= p_day AND (p.valid_to IS NULL OR p.valid_to >= p_day)
        AND NOT EXISTS (
          SELECT 1 FROM account a WHERE a.org_code = p_org AND a.account = p_account AND a.closed_on <= p_day
        )
    ),
    (
      SELECT jsonb_object_agg(l.record_id, jsonb_build_object(
        'id', l.record_id, 'kind', l.kind, 'state', l.state, 'village', l.village, 'occurredOn', l.occurred_on,
        'handlers', l.handlers, 'drill', l.is_drill, 'values', l.body
      ))
      FROM record l
      WHERE l.org_code = p_org AND l.voided_by IS NULL AND l.sealed IS NULL
        AND l.record_id = ANY (p_links || ARRAY(
          SELECT k.to_record FROM link k WHERE k.org_code = p_org AND k.from_record = p_record
        ))
    ),
    (
      -- Of two keys the later value stands: the oldest come first.
      SELECT jsonb_object_agg(
        o.body ->> 'rule', (o.body ->> 'value')::integer ORDER BY o.body ->> 'since', o.record_id DESC
      )
      FROM record o
      WHERE p_local <> '{}' AND o.org_code = p_org AND o.kind = 'local-rule' AND o.voided_by IS NULL
        AND o.body ->> 'rule' = ANY (p_local)
        AND (o.body ->> 'since') COLLATE "C" <= p_on AND coalesce((o.body ->> 'until') COLLATE "C" > p_on, true)
    )
  FROM head h WHERE h.org_code = p_org
$function$;

CREATE OR REPLACE FUNCTION public.place_row(p_row jsonb, p_seq bigint, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
BEGIN
  RETURN p_row || jsonb_build_object(
    'first_seq', coalesce(nullif((p_row ->> 'first_seq')::bigint, 0), p_seq),
    'last_seq', p_seq,
    'voided_by', CASE WHEN p_row ->> 'voided_by' = '0' THEN to_jsonb(p_seq) ELSE p_row -> 'voided_by' END,
    'recorded_on', CASE WHEN p_row ->> 'version' = '1'
      THEN to_jsonb((p_at AT TIME ZONE 'Asia/Shanghai')::date) ELSE p_row -> 'recorded_on' END
  );
END
$function$;

CREATE OR REPLACE FUNCTION public.project_record(p_org text, p_record uuid, p_row jsonb, p_parts jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (p_row ->> 'version')::integer > 1 THEN
    DELETE FROM record WHERE org_code = p_org AND record_id = p_record;
    DELETE FROM link WHERE org_code = p_org AND from_record = p_record;
    DELETE FROM term WHERE org_code = p_org AND record_id = p_record;
    DELETE FROM contribution WHERE org_code = p_org AND record_id = p_record;
  END IF;
  INSERT INTO record (
    org_code, record_id, kind, kind_version, version, state, title, village, unit, occurred_on,
    occurred_precision, recorded_on, source, evidence, home, upper_number, sealed, audience, handlers, is_drill,
    restricted, erased, voided_by, first_seq, last_seq, flaws, body, words
  )
  SELECT
    p_org, p_record, r.kind, r.kind_version, r.version, r.state, r.title, r.village, r.unit, r.occurred_on,
    r.occurred_precision, r.recorded_on, r.source, r.evidence, r.home, r.upper_number, r.sealed, r.audience,
    r.handlers, r.is_drill, r.restricted, r.erased, r.voided_by, r.first_seq, r.last_seq, r.flaws, r.body,
    r.words
  FROM jsonb_populate_record(NULL::public.record, p_row) AS r;
  IF p_parts -> 'links' <> '[]' THEN
    INSERT INTO link (org_code, from_record, role, to_record)
    SELECT p_org, p_record, l.role, l.to_record
    FROM jsonb_to_recordset(p_parts -> 'links') AS l (role text, to_record uuid);
  END IF;
  -- Only what changes: a further act seldom writes other words.
  IF p_parts -> 'grams' -> 'gone' <> '[]' THEN
    DELETE FROM gram g WHERE g.org_code = p_org AND g.record_id = p_record
      AND g.gram = ANY (ARRAY(SELECT jsonb_array_elements_text(p_parts -> 'grams' -> 'gone')));
  END IF;
  IF p_parts -> 'grams' -> 'come' <> '[]' THEN
    INSERT INTO gram (org_code, gram, record_id)
    SELECT p_org, g.gram, p_record FROM jsonb_array_elements_text(p_parts -> 'grams' -> 'come') AS g (gram);
  END IF;
  IF p_parts -> 'terms' <> '[]' THEN
    INSERT INTO term (org_code, record_id, rule, met_by, starts, manner, kind, village, sealed, audience, handlers)
    SELECT
      p_org, p_record, t.rule, t.met_by, t.starts, t.manner, p_row ->> 'kind', p_row ->> 'village', p_row ->> 'sealed',
      p_row ->> 'audience', ARRAY(SELECT jsonb_array_elements_text(p_row -> 'handlers'))
    FROM jsonb_to_recordset(p_parts -> 'terms') AS t (rule text, met_by text, starts date, manner text);
  END IF;
  IF p_parts -> 'contributions' <> '[]' THEN
    INSERT INTO contribution (org_code, figure, record_id, part, starts, ends, amount, key, evidence)
    SELECT p_org, c.figure, p_record, c.part, c.starts, c.ends, c.amount, c.key, c.evidence
    FROM jsonb_to_recordset(p_parts -> 'contributions')
      AS c (figure text, part text, starts date, ends date, amount bigint, key text, evidence smallint);
  END IF;
  IF p_parts -> 'counters' <> '[]' THEN
    INSERT INTO counter AS held (org_code, month, figure, amount)
    SELECT p_org, c.month, c.figure, c.amount
    FROM jsonb_to_recordset(p_parts -> 'counters') AS c (month text, figure text, amount bigint)
    ON CONFLICT (org_code, month, figure) DO UPDATE SET amount = held.amount + excluded.amount;
  END IF;
  -- Only kinds that have official numbers say anything of them.
  IF p_parts ? 'numbers' THEN
    DELETE FROM document_number WHERE org_code = p_org AND record_id = p_record;
    INSERT INTO document_number (org_code, record_id, series, year, number)
    SELECT p_org, p_record, n.series, n.year, n.number
    FROM jsonb_to_recordset(p_parts -> 'numbers') AS n (series text, year integer, number integer);
  END IF;
  -- Only kinds that move stock say anything of it.
  IF p_parts ? 'moves' THEN
    DELETE FROM stock_move WHERE org_code = p_org AND record_id = p_record;
    INSERT INTO stock_move (org_code, record_id, storehouse, item, lot, day, amount, effect, expires, awaits)
    SELECT p_org, p_record, m.storehouse, m.item, m.lot, m.day, m.amount, m.effect, m.expires, m.awaits
    FROM jsonb_to_recordset(p_parts -> 'moves') AS m (
      storehouse uuid, item uuid, lot text, day date, amount bigint, effect text, expires date, awaits bigint
    );
  END IF;
  -- Only what is about accounts and posts says anything of them.
  IF p_parts ? 'accounts' THEN
    INSERT INTO account AS held (org_code, account, record_id, closed_on)
    SELECT p_org, a.account, p_record, a.closed_on
    FROM jsonb_to_recordset(p_parts -> 'accounts') AS a (account text, closed_on date)
    ON CONFLICT (org_code, record_id) DO UPDATE SET closed_on = excluded.closed_on;
  END IF;
  IF p_parts ? 'holdings' THEN
    DELETE FROM post_holding WHERE org_code = p_org AND record_id = p_record;
    INSERT INTO post_holding (
      org_code, record_id, account, post, valid_from, valid_to, villages, clearances, substitute_for
    )
    SELECT p_org, p_record, h.account, h.post, h.valid_from, h.valid_to, h.villages, h.clearances, h.substitute_for
    FROM jsonb_to_recordset(p_parts -> 'holdings') AS h (
      account text, post text, valid_from date, valid_to date, villages text[], clearances text[], substitute_for text
    );
  END IF;
  -- Only what the organisation's own record says: its names and codes by date, and that it was closed.
  IF p_parts ? 'units' THEN
    DELETE FROM org_unit WHERE code = p_org;
    INSERT INTO org_unit (code, official_code, name, valid_from, valid_to, successor, demo)
    SELECT p_org, u.official_code, u.name, u.valid_from, u.valid_to, u.successor, u.demo
    FROM jsonb_to_recordset(p_parts -> 'units') AS u (
      official_code text, name text, valid_from date, valid_to date, successor text, demo boolean
    );
    UPDATE head h SET closed_on = (p_parts ->> 'closed')::date WHERE h.org_code = p_org;
  END IF;
  -- Only a further act can take away: a counter that came down to zero is not kept.
  IF (p_row ->> 'version')::integer > 1 AND p_parts -> 'counters' <> '[]' THEN
    DELETE FROM counter AS held USING jsonb_to_recordset(p_parts -> 'counters') AS c (month text, figure text)
    WHERE held.org_code = p_org AND held.month = c.month AND held.figure = c.figure AND held.amount = 0;
  END IF;
END
$function$;

CREATE OR REPLACE FUNCTION public.purge_entries(p_org text, p_order bigint, p_stubs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  v_record uuid;
  v_order jsonb;
  v_proposal jsonb;
  v_stub record;
BEGIN
  IF p_org IS DISTINCT FROM current_setting('app.org', true) THEN
    RAISE EXCEPTION 'purge: another organisation';
  END IF;
  SELECT e.record_id, e.text::jsonb INTO v_record, v_order FROM entry e
  WHERE e.org_code = p_org AND e.seq = p_order
    AND e.leaf = sha256('\x00'::bytea || convert_to(e.text, 'UTF8'));
  SELECT e.text::jsonb INTO v_proposal FROM entry e
  WHERE e.org_code = p_org AND e.record_id = v_record AND e.seq < p_order
    AND e.text::jsonb ->> 'step' = '$propose-purge'
    AND e.leaf = sha256('\x00'::bytea || convert_to(e.text, 'UTF8'))
  ORDER BY e.seq DESC LIMIT 1;
  IF v_order ->> 'step' IS DISTINCT FROM '$purge' OR v_proposal IS NULL
    OR v_order #>> '{actor,account}' = v_proposal #>> '{actor,account}'
    OR v_order #>> '{actor,post}' = v_proposal #>> '{actor,post}'
  THEN
    RAISE EXCEPTION 'purge: not ordered by two people with two posts';
  END IF;
  FOR v_stub IN SELECT s.seq, s.text FROM jsonb_to_recordset(p_stubs) AS s (seq bigint, text text) LOOP
    UPDATE entry e SET text = v_stub.text
    WHERE e.org_code = p_org AND e.seq = v_stub.seq AND e.record_id = v_record
      AND e.seq > 1 AND e.seq < (v_proposal ->> 'seq')::bigint
      AND e.text::jsonb ->> 'step' NOT IN ('$propose-purge', '$purge')
      AND v_proposal #> '{envelope,toPurge}' @> to_jsonb(v_stub.seq)
      AND v_order #> '{envelope,purged}' @> jsonb_build_array(jsonb_build_object(
        'seq', v_stub.seq,
        'leaf', encode(e.leaf, 'hex'),
        'stub', encode(sha256(convert_to(v_stub.text, 'UTF8')), 'hex')
      ))
      AND v_stub.text::jsonb -> 'values' = '{}' AND v_stub.text::jsonb -> 'purged' = 'true'
      AND v_stub.text::jsonb - ARRAY['actor', 'envelope', 'flaws', 'purged', 'reason', 'values']
        = e.text::jsonb - ARRAY['actor', 'envelope', 'flaws', 'purged', 'reason', 'values'];
    IF NOT FOUND THEN
      RAISE EXCEPTION 'purge: entry % is not to be destroyed like this', v_stub.seq;
    END IF;
  END LOOP;
END
$function$;
REVOKE ALL ON FUNCTION purge_entries(text,bigint,jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_entries(text,bigint,jsonb) TO fadu_app;

CREATE OR REPLACE FUNCTION public.stock_after(p_org text, p_record uuid, p_moves jsonb)
 RETURNS TABLE(storehouse uuid, item uuid, lot text, day date, held bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT a.storehouse, a.item, a.lot, a.day,
    (sum(sum(a.amount)) OVER (PARTITION BY a.storehouse, a.item, a.lot ORDER BY a.day))::bigint
  FROM (
    SELECT n.storehouse, n.item, n.lot, n.day, n.amount
    FROM jsonb_to_recordset(p_moves) AS n (storehouse uuid, item uuid, lot text, day date, amount bigint)
    UNION ALL
    SELECT m.storehouse, m.item, m.lot, m.day, m.amount
    FROM moved_lots(p_org, p_record, p_moves) l
    JOIN stock_move m ON m.org_code = p_org AND m.storehouse = l.storehouse AND m.item = l.item AND m.lot = l.lot
    WHERE m.record_id <> p_record
  ) a
  GROUP BY a.storehouse, a.item, a.lot, a.day
$function$;

CREATE OR REPLACE FUNCTION public.stock_stands(p_org text, p_record uuid, p_parts jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  WITH after AS MATERIALIZED (
    SELECT s.storehouse, s.item, s.lot, s.day, s.held FROM stock_after(p_org, p_record, p_parts -> 'moves') s
  )
  SELECT NOT EXISTS (SELECT 1 FROM after a WHERE a.held < 0) AND NOT EXISTS (
    SELECT 1
    FROM jsonb_to_recordset(p_parts -> 'book')
      AS b (storehouse uuid, item uuid, lot text, day date, held bigint, least boolean)
    WHERE b.held IS DISTINCT FROM (
      SELECT CASE WHEN b.least THEN min(a.held) ELSE (array_agg(a.held ORDER BY a.day))[1] END
      FROM after a
      WHERE a.storehouse = b.storehouse AND a.item = b.item AND a.lot = b.lot AND a.day >= b.day
    )
  )
$function$;
