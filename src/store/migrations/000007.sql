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
