import { Link } from 'react-router';
import { useKinds, useOffice } from '../api/queries.ts';
import type { KindView } from '../api/shapes.ts';

interface Props {
  readonly kind: KindView;
  readonly record?: { readonly id: string; readonly title: string };
}

/** Where one is: room, kind, record. */
export function Crumbs({ kind, record }: Props) {
  const { code } = useOffice();
  const room = useKinds().data?.rooms.find((each) => each.code === kind.room);
  return (
    <nav aria-label="所在位置">
      <ol className="crumbs">
        <li>{room?.label}</li>
        <li>
          <Link to={`/${code}/${kind.code}`}>{kind.label}</Link>
        </li>
        {record ? (
          <li>
            <Link to={`/${code}/${kind.code}/${record.id}`}>{record.title}</Link>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
