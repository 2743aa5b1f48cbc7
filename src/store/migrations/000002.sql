-- The write path as two calls. The first reads all that an act is judged by, without a lock; the second locks the
-- organisation's head, makes sure that nothing has changed, gives the entry its place in the chain and brings the
-- projection up to it. So the head is held for one call and the commit, however long the judging took.

-- Where the organisation stands, an earlier entry under the same idempotency key, the matter, in which ways the actor holds
-- the post on that day (own before another's; none where the account is closed), and the records that the act or the matter
-- links to, as they stand. No row where there is no organisation.
CREATE FUNCTION open_matter(
  p_org text, p_record uuid, p_idem bytea, p_account text, p_post text, p_day date, p_links uuid[]
)
RETURNS TABLE (demo boolean, closed date, prior text, matter jsonb, holdings jsonb, linked jsonb)
LANGUAGE sql
STABLE
AS $$
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
        'handlers', l.handlers, 'values', l.body
      ))
      FROM record l
      WHERE l.org_code = p_org AND l.voided_by IS NULL AND l.sealed IS NULL
        AND l.record_id = ANY (p_links || ARRAY(
          SELECT k.to_record FROM link k WHERE k.org_code = p_org AND k.from_record = p_record
        ))
    )
  FROM head h WHERE h.org_code = p_org
$$;

-- Appends one entry. `p_text` is its canonical text in four pieces, open where the previous chain hash, the recorded time
-- and the number go; the text is completed, hashed (leaf by RFC 6962, chain over the leaf) and stored here, under the
-- head's lock. Returns the number, 0 when the record no longer stands at `p_expected`, -1 when the key has acted already, -2
-- when an official number that the machine gave is no longer the next of its series.
CREATE FUNCTION append_entry(
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

-- A record's row as computed before its entry had a number: 0 stands for the number to come, and a new record's 登记日
-- is the day of the recorded time in Asia/Shanghai.
CREATE FUNCTION place_row(p_row jsonb, p_seq bigint, p_at timestamptz)
RETURNS jsonb
LANGUAGE plpgsql
IMMUTABLE
AS $$
BEGIN
  RETURN p_row || jsonb_build_object(
    'first_seq', coalesce(nullif((p_row ->> 'first_seq')::bigint, 0), p_seq),
    'last_seq', p_seq,
    'voided_by', CASE WHEN p_row ->> 'voided_by' = '0' THEN to_jsonb(p_seq) ELSE p_row -> 'voided_by' END,
    'recorded_on', CASE WHEN p_row ->> 'version' = '1'
      THEN to_jsonb((p_at AT TIME ZONE 'Asia/Shanghai')::date) ELSE p_row -> 'recorded_on' END
  );
END
$$;

-- Replaces the projection of one record. Also used by replay, which is why it stands alone.
CREATE FUNCTION project_record(p_org text, p_record uuid, p_row jsonb, p_parts jsonb)
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
