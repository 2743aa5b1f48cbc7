import { get } from '../api/client.ts';
import { listAddress, type ListPage, type ListQuery } from '../api/queries.ts';
import type { RecordHead } from '../api/shapes.ts';

const PAGE = 200;

/** Every record of a kind that a query finds, page after page: for pages that hold records against each other. */
export async function allOf(
  org: string,
  kind: string,
  query: ListQuery = {},
): Promise<readonly RecordHead[]> {
  const records: RecordHead[] = [];
  let cursor = '';
  do {
    const page = await get<ListPage>(listAddress(org, kind, { ...query, size: PAGE, cursor }));
    records.push(...page.records);
    cursor = page.next ?? '';
  } while (cursor !== '');
  return records;
}
