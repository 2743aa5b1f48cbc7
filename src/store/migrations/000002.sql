-- The write path as two calls. The first reads all that an act is judged by, without a lock; the second locks the
-- organisation's head, makes sure that nothing has changed, gives the entry its place in the chain and brings the
-- projection up to it. So the head is held for one call and the commit, however long the judging took.

-- Where the organisation stands, an earlier entry under the same idempotency key, the matter, whether the actor holds
-- the post on that day, and of what kind the records are that the act links to. No row where there is no organisation.
CREATE FUNCTION open_matter(
  p_org text, p_record uuid, p_idem bytea, p_account text, p_post text, p_day date, p_links uuid[]
)
RETURNS TABLE (demo boolean, prior text, matter jsonb, holds boolean, linked jsonb)
LANGUAGE plpgsql
STABLE
AS $$
BEGIN
  RETURN QUERY
  SELECT h.demo,
      (SELECT e.text FROM entry e WHERE e.org_code = p_org AND e.idem = p_idem),
      (SELECT to_jsonb(r) FROM record r WHERE r.org_code = p_org AND r.record_id = p_record),
      EXISTS (
        SELECT 1 FROM post_holding p
        WHERE p.org_code = p_org AND p.account = p_account AND p.post = p_post
          AND p.valid_from <= p_day AND (p.valid_to IS NULL OR p.valid_to >= p_day)
      ),
      CASE WHEN cardinality(p_links) > 0 THEN (
        SELECT jsonb_object_agg(l.record_id, l.kind) FROM record l
        WHERE l.org_code = p_org AND l.record_id = ANY (p_links) AND l.voided_by IS NULL AND l.sealed IS NULL
      ) END
    FROM head h WHERE h.org_code = p_org;
END
$$;

-- Appends one entry and returns its number. `p_text` is its canonical text in four pieces, open where the previous chain
-- hash, the recorded time and the number go; the text is completed, hashed (leaf by RFC 6962, chain over the leaf) and
-- stored here, under the head's lock. What a new record adds needs no place in the chain and is written before the lock.
-- Fails with FD001 when the key has acted already or the record no longer stands at `p_expected`.
CREATE FUNCTION append_entry(
  p_org text, p_record uuid, p_expected integer, p_idem bytea, p_now timestamptz, p_text text[], p_row jsonb, p_parts jsonb
)
RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
  v_head head%ROWTYPE;
  v_text text;
  v_leaf bytea;
  v_before bytea;
BEGIN
  IF p_expected = 0 THEN
    PERFORM insert_parts(p_org, p_record, p_parts);
  END IF;
  SELECT * INTO v_head FROM head h WHERE h.org_code = p_org FOR UPDATE;
  IF EXISTS (SELECT 1 FROM entry e WHERE e.org_code = p_org AND e.idem = p_idem)
    OR p_expected <> coalesce(
      (SELECT r.version FROM record r WHERE r.org_code = p_org AND r.record_id = p_record), 0
    )
  THEN
    RAISE EXCEPTION 'overtaken' USING ERRCODE = 'FD001';
  END IF;
  v_before := v_head.chain;
  v_head.seq := v_head.seq + 1;
  v_head.recorded_at := greatest(p_now, v_head.recorded_at);
  v_text := p_text[1] || encode(v_before, 'hex')
    || p_text[2] || to_char(v_head.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || p_text[3] || v_head.seq || p_text[4];
  v_leaf := sha256('\x00'::bytea || convert_to(v_text, 'UTF8'));
  v_head.chain := sha256(v_before || v_leaf);
  UPDATE head h SET seq = v_head.seq, chain = v_head.chain, recorded_at = v_head.recorded_at WHERE h.org_code = p_org;
  INSERT INTO entry (org_code, seq, record_id, recorded_at, idem, leaf, chain, text)
  VALUES (p_org, v_head.seq, p_record, v_head.recorded_at, p_idem, v_leaf, v_head.chain, v_text);
  IF p_expected > 0 THEN
    PERFORM delete_projection(p_org, p_record);
    PERFORM insert_parts(p_org, p_record, p_parts);
  END IF;
  PERFORM insert_record(p_org, p_record, p_row, p_parts, v_head.seq, v_head.recorded_at);
  IF p_parts -> 'personal' <> '[]' THEN
    INSERT INTO personal_value (org_code, record_id, field, seq, key_id, sealed)
    SELECT p_org, p_record, v.field, v_head.seq, decode(v.key_id, 'hex'), decode(v.sealed, 'base64')
    FROM jsonb_to_recordset(p_parts -> 'personal') AS v (field text, key_id text, sealed text);
  END IF;
  RETURN v_head.seq;
END
$$;

-- What a record adds beside itself: its links and contributions.
CREATE FUNCTION insert_parts(p_org text, p_record uuid, p_parts jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF p_parts -> 'links' <> '[]' THEN
    INSERT INTO link (org_code, from_record, role, to_record)
    SELECT p_org, p_record, l.role, l.to_record
    FROM jsonb_to_recordset(p_parts -> 'links') AS l (role text, to_record uuid);
  END IF;
  IF p_parts -> 'contributions' <> '[]' THEN
    INSERT INTO contribution (org_code, figure, record_id, part, starts, ends, amount, key, evidence)
    SELECT p_org, c.figure, p_record, c.part, c.starts, c.ends, c.amount, c.key, c.evidence
    FROM jsonb_to_recordset(p_parts -> 'contributions')
      AS c (figure text, part text, starts date, ends date, amount bigint, key text, evidence smallint);
  END IF;
END
$$;

-- The record itself and what it changes in the month counters. In a row that was computed before its entry had a number,
-- 0 stands for the number to come, and a new record's 登记日 is the day of the recorded time in Asia/Shanghai; replay has
-- whole rows and gives neither.
CREATE FUNCTION insert_record(p_org text, p_record uuid, p_row jsonb, p_parts jsonb, p_seq bigint, p_at timestamptz)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO record (
    org_code, record_id, kind, kind_version, version, state, title, village, unit, occurred_on,
    occurred_precision, recorded_on, source, evidence, home, upper_number, sealed, audience, is_drill,
    voided_by, first_seq, last_seq, flaws, body
  )
  SELECT
    p_org, p_record, r.kind, r.kind_version, r.version, r.state, r.title, r.village, r.unit, r.occurred_on,
    r.occurred_precision,
    CASE WHEN r.version = 1 AND p_at IS NOT NULL THEN (p_at AT TIME ZONE 'Asia/Shanghai')::date ELSE r.recorded_on END,
    r.source, r.evidence, r.home, r.upper_number, r.sealed, r.audience, r.is_drill,
    coalesce(nullif(r.voided_by, 0), CASE WHEN r.voided_by = 0 THEN p_seq END),
    coalesce(nullif(r.first_seq, 0), p_seq), coalesce(nullif(r.last_seq, 0), p_seq), r.flaws, r.body
  FROM jsonb_populate_record(NULL::public.record, p_row) AS r;
  IF p_parts -> 'counters' <> '[]' THEN
    INSERT INTO counter AS held (org_code, month, figure, amount)
    SELECT p_org, c.month, c.figure, c.amount
    FROM jsonb_to_recordset(p_parts -> 'counters') AS c (month text, figure text, amount bigint)
    ON CONFLICT (org_code, month, figure) DO UPDATE SET amount = held.amount + excluded.amount;
  END IF;
  -- Only a further act can take away: a counter that came down to zero is not kept.
  IF (p_row ->> 'version')::integer > 1 AND p_parts -> 'counters' <> '[]' THEN
    DELETE FROM counter AS held USING jsonb_to_recordset(p_parts -> 'counters') AS c (month text, figure text)
    WHERE held.org_code = p_org AND held.month = c.month AND held.figure = c.figure AND held.amount = 0;
  END IF;
END
$$;

CREATE FUNCTION delete_projection(p_org text, p_record uuid)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  DELETE FROM record WHERE org_code = p_org AND record_id = p_record;
  DELETE FROM link WHERE org_code = p_org AND from_record = p_record;
  DELETE FROM contribution WHERE org_code = p_org AND record_id = p_record;
END
$$;
