import Button from 'antd/es/button';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Refused } from '../../api/client.ts';
import type { Acted, FieldView } from '../../api/shapes.ts';
import { RefusalBox, Waiting } from '../../look/signs.tsx';
import { numericHint } from '../../look/numbers.ts';
import { timeText, today } from '../../look/words.ts';
import { useDraft } from './draft.ts';
import { readEnvelope } from './envelope.tsx';
import { Fields } from './fields.tsx';
import { Reasons } from './reasons.tsx';
import { useUsual, type UsualPlan } from './use-usual.ts';
import { BESIDE, cleanedAll, type Values } from './values.ts';

/** What a form is for. */
export interface ActPlan {
  /** Where the form is, below the organisation. */
  readonly path: string;
  /** What it is, in the list of drafts. */
  readonly label: string;
  readonly fields: readonly FieldView[];
  /** Names of the fields that must be given. */
  readonly asks: readonly string[];
  /** The field that is the day of the act; without it the form asks for 发生日. */
  readonly day?: string;
  /** Further fields that are not the kind's: village, reason. Their values stand beside the others under their names. */
  readonly beside?: readonly FieldView[];
  readonly first: Values;
  /** Where further values come from that nobody types. */
  readonly usual?: UsualPlan;
  readonly submit: string;
  /** An act of correction has no source or evidence of its own. */
  readonly plain?: boolean;
  /** Asked once more before it is sent, where there is no way back. */
  readonly sure?: string;
}

interface Props {
  readonly plan: ActPlan;
  /** What is said before the fields: articles, rules. */
  readonly children?: ReactNode;
  /** What is said to what is being typed. */
  readonly watch?: ((values: Values) => ReactNode) | undefined;
  /** Does the act. `values` are the kind's, `body` all else, `all` as the form holds them. */
  readonly send: (values: Values, body: Values, all: Values) => Promise<Acted>;
  readonly onDone: (acted: Acted) => void;
  /** What helps after a refusal of a kind that this form can't mend itself. */
  readonly help?: (code: string) => ReactNode;
}

const FRAMES_MS = 3000;

/**
 * When what was typed last has reached the form: the day picker hands a day over a frame after it was typed, and a slow PC
 * may send before. A page that nobody looks at draws no frames.
 */
function typed(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAMES_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** One form for every act: fields by their declaration, a draft that saves itself, refusals beside their field. */
export function ActForm({ plan, children, watch, send, onDone, help }: Props) {
  const id = useId();
  const draft = useDraft(plan.path, plan.label, plan.first);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const { change } = draft;
  const usual = useUsual(plan.usual, draft.values);
  const values = usual.put(draft.values);
  useLayoutEffect(() => {
    const now = draft.latest();
    const next = usual.put(now);
    if (draft.ready && next !== now) draft.offer(next);
  });
  const beside = plan.beside ?? [];
  const set = (name: string, value: unknown): void => {
    change({ [name]: value });
    if (errors[name] !== undefined) setErrors(({ [name]: _gone, ...rest }) => rest);
  };

  const submit = async (): Promise<void> => {
    // A second click while the first is on its way is the same click.
    if (sending.current) return;
    sending.current = true;
    await typed();
    sending.current = false;
    const now = draft.latest();
    const missing = { ...wrongOf(plan, now), ...missingOf(plan, now) };
    setErrors(missing);
    setFailure(undefined);
    if (Object.keys(missing).length > 0) return;
    if (plan.sure !== undefined && !window.confirm(plan.sure)) return;
    sending.current = true;
    setBusy(true);
    try {
      const [own, body] = bodyOf(plan, now);
      const acted = await send(own, body, now);
      draft.drop();
      onDone(acted);
    } catch (error) {
      const field = error instanceof Refused ? error.problem.field : undefined;
      const known = field !== undefined && [...plan.fields, ...beside].some(({ name }) => name === field);
      if (known) setErrors({ [keyOf(plan, field)]: (error as Refused).problem.detail });
      else setFailure(error);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  if (!draft.ready || usual.waiting) return <Waiting />;
  const at = (name: string): string => `${id}-${name}`;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      {draft.restoredFrom === undefined ? null : (
        <p className="notice" role="status">
          接着填{timeText(draft.restoredFrom)}存的草稿。{' '}
          <button type="button" className="bare" onClick={draft.restart}>
            不要草稿，从头填
          </button>
        </p>
      )}
      <Summary errors={errors} plan={plan} at={at} />
      <Fields {...{ plan, id, at, values, errors, set }} />
      {watch?.(values)}
      <RefusalBox error={failure}>
        <Reasons
          error={failure}
          values={values}
          onChange={set}
          onLate={() => {
            change({ ':source': 'late' });
            void submit();
          }}
        />
        {failure instanceof Refused ? help?.(failure.problem.code) : null}
      </RefusalBox>
      <div className="send">
        <Button type="primary" htmlType="submit" loading={busy}>
          {plan.submit}
        </Button>
        <span className="quiet" role="status">
          {draft.savedAt === undefined
            ? '填的内容会自动存为草稿'
            : `草稿已存（${timeText(draft.savedAt).slice(-5)}）`}
        </span>
      </div>
    </form>
  );
}

/** Where a form keeps a field that the server names. */
function keyOf({ fields }: ActPlan, name: string): string {
  return fields.some((field) => field.name === name) ? name : BESIDE(name);
}

/** What was typed and can't be meant: no number in a number's place, a day ahead where it has to be past. */
function wrongOf({ fields }: ActPlan, values: Values): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const wrong = wrongIn(field, values[field.name]);
      return wrong === undefined ? [] : [[field.name, wrong]];
    }),
  );
}

function wrongIn(field: FieldView, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case 'number':
    case 'money':
      return typeof value === 'string' && value.trim() !== '' ? numericHint(field) : undefined;
    case 'day':
      return !field.future && String(value) > today() ? `“${field.label}”不能晚于今天` : undefined;
    case 'list':
      return (value as readonly Values[])
        .flatMap((item) => (field.items ?? []).map((each) => wrongIn(each, item[each.name])))
        .find((wrong) => wrong !== undefined);
    default:
      return undefined;
  }
}

function missingOf(plan: ActPlan, values: Values): Record<string, string> {
  const given = cleanedAll(plan.fields, values);
  const besides = (plan.beside ?? []).filter(({ name }) => plan.asks.includes(BESIDE(name)));
  return Object.fromEntries([
    ...plan.fields
      .filter(({ name }) => plan.asks.includes(name) && name !== plan.day && given[name] === undefined)
      .map(({ name, label }) => [name, `还没有填“${label}”`] as const),
    ...besides
      .filter(
        (field) =>
          cleanedAll([{ ...field, name: 'it' }], { it: values[BESIDE(field.name)] })['it'] === undefined,
      )
      .map(({ name, label }) => [BESIDE(name), `还没有填“${label}”`] as const),
  ]);
}

/** What is sent: the kind's values, and everything around them. */
function bodyOf(plan: ActPlan, values: Values): readonly [Values, Values] {
  const own = { ...cleanedAll(plan.fields, values) };
  const on = plan.day === undefined ? values[':on'] : (own[plan.day] ?? today());
  const besides = (plan.beside ?? []).map((field) => [field.name, values[BESIDE(field.name)]] as const);
  const body = {
    ...Object.fromEntries(besides.filter(([, value]) => value !== undefined && value !== '')),
    ...(plan.plain ? {} : readEnvelope(values)),
    ...(plan.plain || on === undefined ? {} : { on }),
  };
  if (plan.day !== undefined && on !== undefined) own[plan.day] = on;
  return [own, body];
}

/** All that is wrong, above the form; it takes the focus, and each line leads to its field. */
function Summary({
  errors,
  plan,
  at,
}: {
  readonly errors: Readonly<Record<string, string>>;
  readonly plan: ActPlan;
  readonly at: (name: string) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const names = Object.keys(errors);
  useEffect(() => {
    if (names.length > 0) box.current?.focus();
    // The object is new with each try to send, and only then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [errors]);
  if (names.length === 0) return null;
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box}>
      <p className="sentence">
        “{plan.submit}”还办不了，有{names.length}处要改
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a
              href={`#${at(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(at(name))?.focus();
              }}
            >
              {errors[name]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
