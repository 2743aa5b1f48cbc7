import { NavLink, useParams } from 'react-router';
import { useKinds, useOffice, useSelf, useTownships } from '../api/queries.ts';
import { officePagesOf } from '../screens/office/pages.ts';

/** The rooms of the work, each with its kinds; on a phone it opens over the page. */
export function Nav({ shown, onGo }: { readonly shown: boolean; readonly onGo: () => void }) {
  const { code } = useOffice();
  const { data } = useKinds();
  const { data: self } = useSelf();
  const { data: townships = [] } = useTownships();
  const pages = self ? officePagesOf(self) : [];
  const mayKnow = (audience?: string): boolean =>
    audience === undefined || (self?.posts.some((post) => post.code === audience) ?? false);
  const { kind: here } = useParams();
  const room = data?.kinds.find((kind) => kind.code === here)?.room;
  return (
    <nav className={shown ? 'rooms shown' : 'rooms'} aria-label="主要栏目" onClick={onGo}>
      <NavLink to={`/${code}`} end>
        我的工作
      </NavLink>
      <NavLink to={`/${code}/figures`}>指标总览</NavLink>
      <NavLink to={`/${code}/search`}>全部记录</NavLink>
      {townships.length > 0 ? <NavLink to={`/${code}/townships`}>所辖乡镇</NavLink> : null}
      {pages.map(({ path, label }) => (
        <NavLink key={path} to={`/${code}/office/${path}`}>
          {label}
        </NavLink>
      ))}
      {data?.rooms.map(({ code: area, label }) => (
        <details
          key={`${area} ${area === room}`}
          open={area === room}
          onClick={(event) => event.stopPropagation()}
        >
          <summary>{label}</summary>
          {data.kinds
            .filter(({ room: of, audience }) => of === area && mayKnow(audience))
            .map((kind) => (
              <NavLink key={kind.code} to={`/${code}/${kind.code}`} onClick={onGo}>
                {kind.label}
              </NavLink>
            ))}
        </details>
      ))}
    </nav>
  );
}
