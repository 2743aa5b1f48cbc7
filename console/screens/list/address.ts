import type { ListQuery } from '../../api/queries.ts';

/** Parameters of a list's address that are the API's own; whatever else stands there is ours or nobody's. */
const OWN = new Set([
  'q',
  'kind',
  'state',
  'village',
  'unit',
  'from',
  'to',
  'recordedFrom',
  'recordedTo',
  'source',
  'evidence',
  'handler',
  'flawed',
  'drills',
  'voided',
  'sort',
  'order',
]);

/** The list's question as the address holds it: what is sent to the API is what stands there. */
export function listQueryOf(search: URLSearchParams): ListQuery {
  const query: Record<string, readonly string[]> = {};
  for (const name of new Set(search.keys()))
    if (OWN.has(name) || name.startsWith('field.'))
      query[name] = search.getAll(name).filter((value) => value !== '');
  return query;
}

/** The address with one parameter set anew; an empty value takes it away. */
export function withParameter(
  search: URLSearchParams,
  name: string,
  value: string | readonly string[] | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(name);
  const values = value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
  for (const each of values) next.append(name, each);
  return next;
}
