import App from 'antd/es/app';
import { useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, newId } from '../../api/client.ts';
import {
  useColleagues,
  useForgetWork,
  useKind,
  useKinds,
  useOffice,
  useRecord,
  useVillages,
} from '../../api/queries.ts';
import type { Acted, ColleagueView, FieldView, KindView, RecordView } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { Crumbs } from '../crumbs.tsx';
import { ActForm, BESIDE, type ActPlan } from './act-form.tsx';
import { besideOf } from './start-form.tsx';
import { AfterRefusal } from './step-form.tsx';
import { cleaned, type Values } from './values.ts';

const TITLES: Readonly<Record<string, string>> = { correct: '更正', void: '作废', assign: '交办' };

/** Correcting, voiding or handing over a matter; each asks for the reason, which stands in the ledger. */
export function MendForm() {
  const { kind: code = '', id = '', act = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const record = useRecord(code, id);
  return (
    <Loaded of={kinds}>
      {() => {
        if (!kind || TITLES[act] === undefined) return <Empty>没有这个办法。</Empty>;
        return <Loaded of={record}>{(view) => <Mend kind={kind} act={act} record={view} />}</Loaded>;
      }}
    </Loaded>
  );
}

const COMMON = { privacy: 'internal', personal: false, schema: {} } as const;
const REASON: FieldView = {
  ...COMMON,
  name: 'reason',
  label: '理由',
  type: 'long-text',
  help: '会记入账本，不能再改。',
};

function handlersOf(colleagues: readonly ColleagueView[]): FieldView {
  const options = colleagues.map(({ account, posts }) => ({
    code: account,
    label: `${posts.map(({ label }) => label).join('、')}（${account}）`,
  }));
  return {
    ...COMMON,
    name: 'handlers',
    label: '承办人',
    type: 'many-of',
    options,
    help: '第一个负主要责任。',
  };
}

const REDATED: FieldView = {
  ...COMMON,
  name: 'redatedTo',
  label: '发生日改为',
  type: 'day',
  help: '发生日没有登错就不填。',
};

interface Props {
  readonly kind: KindView;
  readonly act: string;
  readonly record: RecordView;
}

/** What the three acts ask for. */
function planOf(
  { kind, act, record }: Props,
  villages: readonly string[],
  colleagues: readonly ColleagueView[],
): ActPlan {
  const title = TITLES[act] ?? act;
  const common = {
    path: `${kind.code}/${record.id}/mend/${act}`,
    label: `${record.title}：${title}`,
    submit: title,
    plain: true,
  };
  if (act === 'void') return { ...common, fields: [], beside: [REASON], asks: [BESIDE('reason')], first: {} };
  if (act === 'assign')
    return {
      ...common,
      fields: [],
      beside: [handlersOf(colleagues), REASON],
      asks: [BESIDE('handlers'), BESIDE('reason')],
      first: { [BESIDE('handlers')]: record.handlers },
    };
  const personal = record.masked ? {} : record.personal;
  return {
    ...common,
    fields: kind.fields,
    beside: [...besideOf(kind, villages), REDATED, REASON],
    asks: [BESIDE('reason')],
    first: { ...record.values, ...personal, [BESIDE('village')]: record.village ?? undefined },
  };
}

/** Only what was changed is a correction; an open value that was emptied is taken away. */
function changedOf(kind: KindView, record: RecordView, values: Values): Values {
  const before: Values = { ...record.values, ...(record.masked ? {} : record.personal) };
  return Object.fromEntries(
    kind.fields.flatMap((field) => {
      const was = cleaned(field, before[field.name]);
      const is = values[field.name];
      if (JSON.stringify(was) === JSON.stringify(is)) return [];
      if (is === undefined) return was === undefined || field.personal ? [] : [[field.name, null]];
      return [[field.name, is]];
    }),
  );
}

function Mend({ kind, act, record }: Props) {
  const { code } = useOffice();
  const villages = useVillages();
  const colleagues = useColleagues();
  const navigate = useNavigate();
  const forget = useForgetWork();
  const current = useRecord(kind.code, record.id);
  const { message } = App.useApp();
  const key = useRef(newId());
  const at = `/${code}/${kind.code}/${record.id}`;
  const title = TITLES[act] ?? act;
  const done = (acted: Acted): void => {
    void message.success(`已${title}`);
    void forget();
    void navigate(at, { replace: true, state: { acted } });
  };
  const send = (values: Values, body: Values): Promise<Acted> => {
    const { village, ...rest } = body;
    const moved = village !== undefined && village !== record.village ? { village } : {};
    const changed = act === 'correct' ? { values: changedOf(kind, record, values), ...moved } : {};
    return call<Acted>('POST', `/${code}/kinds/${kind.code}/records/${record.id}/${act}`, {
      body: { ...rest, ...changed },
      headers: { 'idempotency-key': key.current, 'if-match': `"${current.data?.version ?? record.version}"` },
    });
  };
  return (
    <>
      <Crumbs kind={kind} record={record} />
      <div className="head">
        <PageTitle name={`${title}：${record.title}`} />
      </div>
      <div className="block">
        <Loaded of={colleagues}>
          {(known) => (
            <ActForm
              plan={planOf({ kind, act, record }, villages, known)}
              send={send}
              onDone={done}
              help={(refused) => (
                <AfterRefusal code={refused} at={`/console${at}`} onReload={() => void current.refetch()} />
              )}
            >
              {act === 'void' ? (
                <p className="notice">作废后这件事不再计入任何指标，也不能恢复；办过的每一步仍留在账本里。</p>
              ) : null}
              {act === 'correct' ? (
                <p className="quiet field">
                  只改登错的；改过的栏目会连同理由记入账本，原来的内容也留着。
                  {record.masked ? '个人信息您看不到原文，不填就不改。' : ''}
                </p>
              ) : null}
            </ActForm>
          )}
        </Loaded>
      </div>
    </>
  );
}
