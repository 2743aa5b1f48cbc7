-- Destroys the content of entries (涉密清除): the one way in which the ledger's text changes. Runs with the owner's right,
-- since the application has none to change an entry, and does nothing but what two recorded acts of two people with two
-- posts in this ledger order: hashes stay, and of an entry's text only what nobody wrote in words of their own.
-- `p_order` is the number of the second act, `p_stubs` the texts [{seq, text}] that it commits to.
CREATE FUNCTION purge_entries(p_org text, p_order bigint, p_stubs jsonb)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
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
$$;

REVOKE ALL ON FUNCTION purge_entries(text, bigint, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION purge_entries(text, bigint, jsonb) TO fadu_app;
