import App from 'antd/es/app';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call, newId } from '../../api/client.ts';
import {
  useColleagues,
  useForgetWork,
  useHistory,
  useKind,
  useKinds,
  useOffice,
  useRecord,
  useVillages,
} from '../../api/queries.ts';
import type { Acted, KindView, RecordView } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { Crumbs } from '../crumbs.tsx';
import { ActForm } from './act-form.tsx';
import { MENDS, type Mended } from './mends.ts';
import { AfterRefusal } from './step-form.tsx';
import type { Values } from './values.ts';

/** An act beside the steps of a matter; each asks for the reason, which stands in the ledger. */
export function MendForm() {
  const { kind: code = '', id = '', act = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const record = useRecord(code, id);
  return (
    <Loaded of={kinds}>
      {() => {
        if (!kind || MENDS[act] === undefined) return <Empty>没有这个办法。</Empty>;
        return <Loaded of={record}>{(view) => <Known kind={kind} act={act} record={view} />}</Loaded>;
      }}
    </Loaded>
  );
}

interface Props {
  readonly kind: KindView;
  readonly act: string;
  readonly record: RecordView;
}

/** Reads what the forms choose from: colleagues, the record's entries. */
function Known(props: Props) {
  const villages = useVillages();
  const colleagues = useColleagues();
  const history = useHistory(props.record.id);
  const grounds = useKinds().data?.erasureGrounds ?? [];
  return (
    <Loaded of={colleagues}>
      {(known) => (
        <Loaded of={history}>
          {({ entries }) => (
            <Mend act={props.act} mended={{ ...props, villages, colleagues: known, grounds, entries }} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What an act beside the steps answers: what every act does, and what a purge leaves for people to do. */
interface MendActed extends Acted {
  readonly remaining?: readonly { readonly what: string; readonly next: string }[];
}

function Mend({ act, mended }: { readonly act: string; readonly mended: Mended }) {
  const { kind, record } = mended;
  const { code } = useOffice();
  const navigate = useNavigate();
  const forget = useForgetWork();
  const current = useRecord(kind.code, record.id);
  const { message } = App.useApp();
  const [left, setLeft] = useState<MendActed['remaining']>();
  const key = useRef(newId());
  const at = `/${code}/${kind.code}/${record.id}`;
  const { title, say, warn, asks, adds } = MENDS[act]!;
  const done = (acted: MendActed): void => {
    void message.success(`已${title}`);
    void forget();
    if (acted.remaining) setLeft(acted.remaining);
    else void navigate(at, { replace: true, state: { acted } });
  };
  const send = (values: Values, body: Values, all: Values): Promise<MendActed> => {
    const { village, ...rest } = body;
    const moved = village !== undefined && village !== record.village ? { village } : {};
    return call<MendActed>('POST', `/${code}/kinds/${kind.code}/records/${record.id}/${act}`, {
      body: { ...rest, ...moved, ...adds?.(mended, { ...all, ...values }) },
      headers: { 'idempotency-key': key.current, 'if-match': `"${current.data?.version ?? record.version}"` },
    });
  };
  const plan = {
    ...asks(mended),
    path: `${kind.code}/${record.id}/mend/${act}`,
    label: `${record.title}：${title}`,
    submit: title,
    plain: true,
    ...(warn === undefined ? {} : { sure: `${title}？${warn}` }),
  };
  return (
    <>
      <Crumbs kind={kind} record={record} />
      <div className="head">
        <PageTitle name={`${title}：${record.title}`} />
      </div>
      <div className="block">
        {left ? (
          <Remaining left={left} at={at} />
        ) : (
          <ActForm
            plan={plan}
            send={send}
            onDone={done}
            help={(refused) => (
              <AfterRefusal code={refused} at={`/console${at}`} onReload={() => void current.refetch()} />
            )}
          >
            {warn === undefined ? null : <p className="notice">{warn}</p>}
            {say?.(mended) === undefined ? null : <p className="quiet field">{say(mended)}</p>}
          </ActForm>
        )}
      </div>
    </>
  );
}

/** Copies that no program reaches: whoever ordered the purge sees to them. */
function Remaining({
  left,
  at,
}: {
  readonly left: NonNullable<MendActed['remaining']>;
  readonly at: string;
}) {
  return (
    <div className="done-note" role="status">
      <p>内容已销毁。下面这些程序够不着，请安排人销毁：</p>
      <ul>
        {left.map(({ what, next }) => (
          <li key={what}>
            {what}：{next}
          </li>
        ))}
      </ul>
      <p>
        <Link to={at}>回到这件事</Link>
      </p>
    </div>
  );
}
