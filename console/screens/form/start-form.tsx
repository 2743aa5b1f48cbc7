import App from 'antd/es/app';
import { useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { call, newId } from '../../api/client.ts';
import { useForgetWork, useKind, useKinds, useOffice, useSelf, useVillages } from '../../api/queries.ts';
import type { Acted, FieldView, KindView, StepView } from '../../api/shapes.ts';
import { readNumeric } from '../../look/numbers.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { watchOf } from '../../special/watches.tsx';
import { Crumbs } from '../crumbs.tsx';
import { ActForm, type ActPlan } from './act-form.tsx';
import { Basis } from './basis.tsx';
import { MayTake } from './may-take.tsx';
import { fieldsOf } from './step-fields.ts';
import { offering, ofToday, ownVillage } from './usual.ts';
import { BESIDE, type Values } from './values.ts';

/** A new matter (新办). */
export function StartForm() {
  const { kind: code = '', step: name = '' } = useParams();
  const kinds = useKinds();
  const kind = useKind(code);
  const step = kind?.steps.find((each) => each.name === name && each.start);
  return (
    <Loaded of={kinds}>
      {() =>
        kind && step ? <Start kind={kind} step={step} /> : <Empty>没有这种事项，或它不这样开始。</Empty>
      }
    </Loaded>
  );
}

/** Whether what is entered was only practised (演练); it is asked where drills go through the kind. */
const PRACTISED: FieldView = {
  privacy: 'internal',
  personal: false,
  schema: {},
  name: 'drill',
  label: '是不是演练',
  type: 'one-of',
  options: [
    { code: 'real', label: '真实发生的' },
    { code: 'drill', label: '演练，不计入任何指标' },
  ],
};

/** The API is told only of a drill, and by yes or no. */
function told({ drill, ...body }: Values): Values {
  return drill === 'drill' ? { ...body, drill: true } : body;
}

/** The village stands beside the kind's own fields. */
export function besideOf(kind: KindView, villages: readonly string[]): readonly FieldView[] {
  const common = { privacy: 'internal', personal: false, schema: {} } as const;
  const village: FieldView = {
    ...common,
    name: 'village',
    label: '所在村',
    type: 'one-of',
    options: villages.map((each) => ({ code: each, label: each })),
  };
  return kind.village === undefined ? [] : [village];
}

/** What an address says of a field, as the form holds it. */
function saidIn(field: FieldView, text: string): unknown {
  return field.type === 'number' ? (readNumeric(field, text) ?? text) : text;
}

function Start({ kind, step }: { readonly kind: KindView; readonly step: StepView }) {
  const { code } = useOffice();
  const self = useSelf().data;
  const all = useVillages();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const forget = useForgetWork();
  const { message } = App.useApp();
  // The same attempt keeps its key, so that a lost answer never makes two matters of one.
  const attempt = useRef({ key: newId(), record: newId() });
  const villages = self?.villages ?? all;
  const village = villages.length === 1 ? villages[0] : undefined;
  const given = Object.fromEntries(
    [...search].flatMap(([name, text]) => {
      const field = kind.fields.find((each) => each.name === name);
      return field ? [[name, saidIn(field, text)] as const] : [];
    }),
  );
  // What an address already says is another form than the empty one, with a draft of its own.
  const query = new URLSearchParams([...search].filter(([name]) => name in given)).toString();
  const plan: ActPlan = {
    path: `${kind.code}/new/${step.name}${query === '' ? '' : `?${query}`}`,
    label: `${kind.label}：${step.label}`,
    fields: fieldsOf(kind, step),
    asks: [...step.asks, ...(kind.village === 'required' ? [BESIDE('village')] : [])],
    ...(step.day === undefined ? {} : { day: step.day }),
    beside: [...besideOf(kind, villages), ...(kind.practised ? [PRACTISED] : [])],
    first: {
      ...offering({
        ...(step.day === undefined ? {} : { [step.day]: ofToday() }),
        ...(village === undefined || kind.village === undefined
          ? {}
          : { [BESIDE('village')]: ownVillage(village) }),
      }),
      ...given,
    },
    usual: { kind: kind.code, step: step.name, hints: step.usual },
    submit: step.label,
  };
  const Watch = watchOf(kind.code, step.name);
  const done = (acted: Acted): void => {
    void message.success(`已${step.label}`);
    void forget();
    void navigate(`/${code}/${kind.code}/${acted.record}`, { replace: true, state: { acted } });
  };
  return (
    <>
      <Crumbs kind={kind} />
      <div className="head">
        <PageTitle name={`${kind.label}：${step.label}`} />
      </div>
      <div className="block">
        <MayTake step={step}>
          <ActForm
            plan={plan}
            send={(values, body) =>
              call<Acted>('POST', `/${code}/kinds/${kind.code}/steps/${step.name}`, {
                body: { ...told(body), values, record: attempt.current.record },
                headers: { 'idempotency-key': attempt.current.key },
              })
            }
            onDone={done}
            watch={Watch ? (values) => <Watch values={values} /> : undefined}
            help={(refused) =>
              refused === 'idempotency-conflict' ? (
                <a href={`/console/${code}/${kind.code}/${attempt.current.record}`}>
                  刚才已经登记成功，打开看看
                </a>
              ) : null
            }
          >
            <Basis step={step} />
          </ActForm>
        </MayTake>
      </div>
    </>
  );
}
