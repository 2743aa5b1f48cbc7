import { useSearchParams } from 'react-router';
import { PageTitle } from '../look/signs.tsx';
import { RecordTable } from './list/record-table.tsx';
import { listQueryOf } from './list/address.ts';

/** Records of every kind in one list (全部记录), found by the words in their titles and open values. */
export function Search() {
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  return (
    <>
      <div className="head">
        <PageTitle name={words === '' ? '全部记录' : `查找“${words}”`} />
      </div>
      <RecordTable query={listQueryOf(search)} />
    </>
  );
}
