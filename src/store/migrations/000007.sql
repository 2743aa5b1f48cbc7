-- Emergency stock (应急物资): what is where, as the sum of dated movements (docs/decisions/0030). Two more projections of the
-- ledger; which kinds move stock, and how, the program knows.

-- What each record changes in the balance of a lot in a storehouse, by the day of the movement. `awaits`: how much went out
-- that the book did not hold and nobody has verified yet.
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
  PRIMARY KEY (org_code, record_id, storehouse, item, lot)
);

CREATE INDEX stock_move_by_lot ON stock_move (org_code, storehouse, item, lot, day) WHERE storehouse IS NOT NULL;

-- What the book holds now. Zero rows are not kept.
CREATE TABLE stock (
  org_code text COLLATE "C" NOT NULL,
  storehouse uuid NOT NULL,
  item uuid NOT NULL,
  lot text COLLATE "C" NOT NULL,
  quantity bigint NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (org_code, storehouse, item, lot)
);

ALTER TABLE stock_move ENABLE ROW LEVEL SECURITY;

ALTER TABLE stock ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON stock_move USING (org_code = current_setting('app.org', true));

CREATE POLICY tenant ON stock USING (org_code = current_setting('app.org', true));

GRANT SELECT, INSERT, DELETE ON stock_move TO fadu_app;

GRANT SELECT, INSERT, DELETE ON stock TO fadu_app;

-- The lots that a record moves, and those that it moved until now.
CREATE FUNCTION moved_lots(p_org text, p_record uuid, p_moves jsonb)
RETURNS TABLE (storehouse uuid, item uuid, lot text)
LANGUAGE sql
STABLE
AS $$
  SELECT n.storehouse, n.item, n.lot
  FROM jsonb_to_recordset(p_moves) AS n (storehouse uuid, item uuid, lot text)
  UNION
  SELECT m.storehouse, m.item, m.lot FROM stock_move m WHERE m.org_code = p_org AND m.record_id = p_record
$$;

-- What the book would hold of each of these lots, at the end of each day on which something moved, if the record moved
-- `p_moves` and nothing else.
CREATE FUNCTION stock_after(p_org text, p_record uuid, p_moves jsonb)
RETURNS TABLE (storehouse uuid, item uuid, lot text, day date, held bigint)
LANGUAGE sql
STABLE
AS $$
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
$$;

-- Does the book still stand as the act was judged by? On no day below nothing, and (`book`) as much at the end of the day of
-- a count, or (`least`) at the least from the day of an issue on, as was said.
CREATE FUNCTION stock_stands(p_org text, p_record uuid, p_parts jsonb)
RETURNS boolean
LANGUAGE sql
STABLE
AS $$
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
$$;

-- Brings the balances of the lots that a record moves up to it, before its movements are put in the place of the old ones.
-- Not in project_record: replay writes records one by one, and only all of them together add up.
CREATE FUNCTION keep_stock(p_org text, p_record uuid, p_moves jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  DELETE FROM stock s USING moved_lots(p_org, p_record, p_moves) l
  WHERE s.org_code = p_org AND s.storehouse = l.storehouse AND s.item = l.item AND s.lot = l.lot;
  INSERT INTO stock (org_code, storehouse, item, lot, quantity)
  SELECT p_org, a.storehouse, a.item, a.lot, (array_agg(a.held ORDER BY a.day DESC))[1]
  FROM stock_after(p_org, p_record, p_moves) a
  GROUP BY a.storehouse, a.item, a.lot
  HAVING (array_agg(a.held ORDER BY a.day DESC))[1] <> 0;
END
$$;

-- Appends one entry. `p_text` is its canonical text in four pieces, open where the previous chain hash, the recorded time
-- and the number go; the text is completed, hashed (leaf by RFC 6962, chain over the leaf) and stored here, under the
-- head's lock. Returns the number, 0 when the record no longer stands at `p_expected`, -1 when the key has acted already, -2
-- when an official number that the machine gave is no longer the next of its series, -3 when stock does not stand any more as
-- the act was judged by.
CREATE OR REPLACE FUNCTION append_entry(
  p_org text, p_record uuid, p_expected integer, p_idem bytea, p_now timestamptz, p_text text[], p_row jsonb, p_parts jsonb
)
RETURNS bigint
LANGUAGE plpgsql
AS $$
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
$$;

-- Replaces the projection of one record. Also used by replay, which is why it stands alone.
CREATE OR REPLACE FUNCTION project_record(p_org text, p_record uuid, p_row jsonb, p_parts jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
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
$$;

-- What an act is judged by says of each linked record whether it belongs to a drill (演练): what is started from it does too.
CREATE OR REPLACE FUNCTION open_matter(
  p_org text, p_record uuid, p_idem bytea, p_account text, p_post text, p_day date, p_links uuid[],
  p_local text[], p_on text
) RETURNS TABLE (demo boolean, closed date, prior text, matter jsonb, holdings jsonb, linked jsonb, local jsonb)
LANGUAGE sql STABLE AS $$
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
$$;
