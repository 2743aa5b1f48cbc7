-- The write path as two calls, so that a write costs four round trips and its checks see one locked head.

-- Locks the organisation's head and returns all that an act is judged by: where the chain stands, an earlier entry
-- under the same idempotency key, the matter as it stands, whether the actor holds the post on that day, and of what
-- kind the records are that the act links to.
-- The lock comes in a statement of its own: what is read after it is read by a fresh snapshot.
CREATE FUNCTION open_matter(p_org text, p_record uuid, p_idem bytea, p_account text, p_post text, p_day date, p_links uuid[])
RETURNS TABLE (
  seq bigint, chain bytea, recorded_at timestamptz, demo boolean, prior text, matter jsonb, holds boolean, linked jsonb
)
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM 1 FROM head h WHERE h.org_code = p_org FOR UPDATE;
  RETURN QUERY
  SELECT h.seq, h.chain, h.recorded_at, h.demo,
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

-- Appends one entry and brings the projection up to it. The caller holds the head's lock from open_matter.
CREATE FUNCTION append_entry(
  p_org text, p_seq bigint, p_record uuid, p_recorded_at timestamptz, p_idem bytea, p_leaf bytea, p_chain bytea,
  p_text text, p_row jsonb, p_parts jsonb
)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE head SET seq = p_seq, chain = p_chain, recorded_at = p_recorded_at
  WHERE org_code = p_org AND seq = p_seq - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'head of % is not at %', p_org, p_seq - 1;
  END IF;
  INSERT INTO entry (org_code, seq, record_id, recorded_at, idem, leaf, chain, text)
  VALUES (p_org, p_seq, p_record, p_recorded_at, p_idem, p_leaf, p_chain, p_text);
  PERFORM project_record(p_org, p_record, p_row, p_parts);
  INSERT INTO personal_value (org_code, record_id, field, seq, key_id, sealed)
  SELECT p_org, p_record, v.field, p_seq, decode(v.key_id, 'hex'), decode(v.sealed, 'base64')
  FROM jsonb_to_recordset(p_parts -> 'personal') AS v (field text, key_id text, sealed text);
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
    DELETE FROM contribution WHERE org_code = p_org AND record_id = p_record;
  END IF;
  INSERT INTO record SELECT * FROM jsonb_populate_record(NULL::public.record, p_row);
  INSERT INTO link (org_code, from_record, role, to_record)
  SELECT p_org, p_record, l.role, l.to_record
  FROM jsonb_to_recordset(p_parts -> 'links') AS l (role text, to_record uuid);
  INSERT INTO contribution (org_code, figure, record_id, part, starts, ends, amount, key)
  SELECT p_org, c.figure, p_record, c.part, c.starts, c.ends, c.amount, c.key
  FROM jsonb_to_recordset(p_parts -> 'contributions')
    AS c (figure text, part text, starts date, ends date, amount bigint, key text);
  IF jsonb_array_length(p_parts -> 'counters') > 0 THEN
    INSERT INTO counter AS held (org_code, month, figure, amount)
    SELECT p_org, c.month, c.figure, c.amount
    FROM jsonb_to_recordset(p_parts -> 'counters') AS c (month text, figure text, amount bigint)
    ON CONFLICT (org_code, month, figure) DO UPDATE SET amount = held.amount + excluded.amount;
    DELETE FROM counter WHERE org_code = p_org AND amount = 0
      AND month IN (SELECT c.month FROM jsonb_to_recordset(p_parts -> 'counters') AS c (month text));
  END IF;
END
$$;
