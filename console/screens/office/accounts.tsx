import App from 'antd/es/app';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { useColleagues, useOffice, useRecords, useSelf } from '../../api/queries.ts';
import type { RecordHead } from '../../api/shapes.ts';
import { Dialog } from '../../look/dialog.tsx';
import { Empty, Loaded, PageTitle, RefusalBox, State } from '../../look/signs.tsx';

/** What the system administrator does about somebody's way in. */
interface Doing {
  readonly path: string;
  readonly label: string;
  /** What it brings about, asked before. */
  readonly sure: string;
}

const DOINGS: readonly Doing[] = [
  {
    path: 'password-reset',
    label: '发一次性口令（新开账号、忘了密码）',
    sure: '原来的密码和登录随即失效。请先当面核实是本人。',
  },
  { path: 'unlock', label: '解锁', sure: '密码连着输错被锁住的，解开后马上可以再登录。' },
  {
    path: 'factor-reset',
    label: '停用动态口令',
    sure: '手机和恢复码都丢了才停用。请先当面核实是本人。',
  },
  { path: 'sign-out', label: '收回全部登录', sure: '他在所有设备上都要重新登录。' },
  {
    path: 'identity-code',
    label: '发统一身份绑定口令',
    sure: '本人第一次用统一身份登录时，用它绑定这个账号。',
  },
  {
    path: 'closing',
    label: '停用登录',
    sure: '密码、登录、动态口令、令牌一并失效。办过的事仍在账本里；要恢复，另发一次性口令。',
  },
];

/** 账号管理: who has an account here, who holds which post, and each one's way in. */
export function Accounts() {
  const { code } = useOffice();
  const accounts = useRecords('account', { sort: 'title', order: 'asc' });
  const strong = useSelf().data?.strong;
  return (
    <>
      <div className="head">
        <PageTitle name="账号管理" />
        <div className="does">
          <Link className="plain-link main-link" to={`/${code}/account/new/open`}>
            开立账号
          </Link>
          <Link className="plain-link" to={`/${code}/appointment/new/appoint`}>
            任命
          </Link>
          <Link className="plain-link" to={`/${code}/appointment/new/substitute`}>
            代理
          </Link>
        </div>
      </div>
      <p className="quiet">
        新来的人：先开立账号，再任命岗位，最后发一次性口令。离任的人：先交办手上的事，再免去岗位、停用账号。
      </p>
      {strong === false ? (
        <p className="notice">
          管理账号要用动态口令登录。<Link to={`/${code}/me`}>先启用动态口令</Link>，再用它登录一次。
        </p>
      ) : null}
      <Loaded of={accounts}>
        {({ pages }) => {
          const all = pages.flatMap(({ records }) => records);
          if (all.length === 0) return <Empty>还没有账号。</Empty>;
          return (
            <>
              <Listed all={all} />
              {accounts.hasNextPage ? (
                <button type="button" className="plain" onClick={() => void accounts.fetchNextPage()}>
                  再列出一些
                </button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Listed({ all }: { readonly all: readonly RecordHead[] }) {
  const { code } = useOffice();
  const { data: colleagues = [] } = useColleagues();
  const own = useSelf().data?.account;
  const [about, setAbout] = useState<string>();
  return (
    <div className="block wide-table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">账号</th>
            <th scope="col">今天的岗位</th>
            <th scope="col">状态</th>
            <th scope="col">登录</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ id, title, state, voided }) => (
            <tr key={id}>
              <td>
                <Link to={`/${code}/account/${id}`}>{title}</Link>
              </td>
              <td>
                <Link to={`/${code}/appointment?q=${encodeURIComponent(title)}`}>
                  {colleagues
                    .find(({ account }) => account === title)
                    ?.posts.map(({ label }) => label)
                    .join('、') ?? '没有岗位'}
                </Link>
              </td>
              <td>
                <State label={state.label} voided={voided} />
              </td>
              <td>
                <button type="button" className="plain" onClick={() => setAbout(title)}>
                  口令、解锁、停用
                  <span className="hidden">：{title}</span>
                </button>
                {title === own ? <span className="quiet"> 您自己</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {about === undefined ? null : <WayIn account={about} onClose={() => setAbout(undefined)} />}
    </div>
  );
}

function WayIn({ account, onClose }: { readonly account: string; readonly onClose: () => void }) {
  const { code: org } = useOffice();
  const { message } = App.useApp();
  const [error, setError] = useState<unknown>();
  const [made, setMade] = useState<string>();
  const [busy, setBusy] = useState(false);
  const act = async ({ path, label, sure }: Doing): Promise<void> => {
    if (busy || !window.confirm(`${account}：${label}？${sure}`)) return;
    setBusy(true);
    setError(undefined);
    try {
      const answer = await call<{ code: string } | undefined>('POST', `/${org}/accounts/${account}/${path}`);
      setMade(answer?.code);
      if (!answer) void message.success(`已办：${label}`);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={`${account}的登录`} onClose={onClose}>
      <RefusalBox error={error} />
      {made === undefined ? null : (
        <div className="notice" role="status">
          <p>24小时内有效，只显示这一次，请当面交给本人：</p>
          <p>
            <code className="whole">{made}</code>
          </p>
        </div>
      )}
      <ul className="plainlist">
        {DOINGS.map((doing) => (
          <li key={doing.path}>
            <button type="button" className="plain" disabled={busy} onClick={() => void act(doing)}>
              {doing.label}
            </button>
            <p className="quiet">{doing.sure}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
