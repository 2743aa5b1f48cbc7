import type {
  ColleagueView,
  FieldView,
  HistoryEntry,
  KindView,
  Named,
  RecordView,
} from '../../api/shapes.ts';
import { shortDay } from '../../look/words.ts';
import type { ActPlan } from './act-form.tsx';
import { besideOf } from './start-form.tsx';
import { BESIDE, cleaned, type Values } from './values.ts';

/** What the forms of the acts beside a kind's steps are made from. */
export interface Mended {
  readonly kind: KindView;
  readonly record: RecordView;
  readonly villages: readonly string[];
  readonly colleagues: readonly ColleagueView[];
  readonly grounds: readonly Named[];
  readonly entries: readonly HistoryEntry[];
}

type Asked = Pick<ActPlan, 'fields' | 'asks' | 'first'> & { readonly beside: readonly FieldView[] };

/** An act beside the steps (更正、作废、交办、限制处理……): what it asks for, and what is said before it. */
interface Mend {
  readonly title: string;
  readonly say?: (mended: Mended) => string | undefined;
  /** It can't be taken back: said in a frame, and asked once more. */
  readonly warn?: string;
  readonly asks: (mended: Mended) => Asked;
  /** What is sent beside the form's own answers. */
  readonly adds?: (mended: Mended, values: Values) => Values;
}

const COMMON = { privacy: 'internal', personal: false, schema: {} } as const;
const REASON: FieldView = {
  ...COMMON,
  name: 'reason',
  label: '理由',
  type: 'long-text',
  help: '会记入账本，不能再改；不写姓名、号码和涉密内容。',
};
const REDATED: FieldView = {
  ...COMMON,
  name: 'redatedTo',
  label: '发生日改为',
  type: 'day',
  help: '发生日没有登错就不填。',
};

/** Whoever may take a step from where the matter stands, for its village first; and whoever has it now. */
function mayHandle({ kind, record, colleagues }: Mended): readonly ColleagueView[] {
  const next = kind.steps.filter(({ start, from }) => !start && from.includes(record.state.code));
  const posts = new Set(next.flatMap(({ by }) => by.map(({ code }) => code as string)));
  const near = ({ villages }: ColleagueView): number =>
    villages === undefined ? 1 : record.village !== null && villages.includes(record.village) ? 0 : 2;
  return colleagues
    .filter(
      (each) => record.handlers.includes(each.account) || each.posts.some(({ code }) => posts.has(code)),
    )
    .sort((a, b) => near(a) - near(b));
}

function handlers(mended: Mended): FieldView {
  const options = mayHandle(mended).map(({ account, posts, villages }) => ({
    code: account,
    label: `${posts.map(({ label }) => label).join('、')}${villages ? `·${villages.join('、')}` : ''}（${account}）`,
  }));
  const help = '只列出下一步能办的人，本村的在前。选几个人的，先选的负主要责任。';
  return { ...COMMON, name: 'handlers', label: '承办人', type: 'many-of', options, help };
}

function personalFields({ fields }: KindView): FieldView {
  const options = fields.filter(({ personal }) => personal).map(({ name, label }) => ({ code: name, label }));
  return { ...COMMON, name: 'fields', label: '哪几栏个人信息', type: 'many-of', options };
}

function ground(grounds: readonly Named[]): FieldView {
  return { ...COMMON, name: 'ground', label: '法定情形', type: 'one-of', options: grounds };
}

function entriesOf(entries: readonly HistoryEntry[]): FieldView {
  const options = entries
    .filter(({ purged }) => !purged)
    .map(({ seq, step, recordedAt }) => ({
      code: String(seq),
      label: `第${seq}条：${step.label}，${shortDay(recordedAt.slice(0, 10))}登记`,
    }));
  return { ...COMMON, name: 'entries', label: '哪几条账目', type: 'many-of', options };
}

/** Asks for these fields beside the kind's own, all of them but those named. */
function only(beside: readonly FieldView[], optional: readonly string[] = [], first: Values = {}): Asked {
  const asks = beside.flatMap(({ name }) => (optional.includes(name) ? [] : [BESIDE(name)]));
  return { fields: [], beside, asks, first };
}

const withheld = ({ kind, grounds }: Mended): Asked => only([personalFields(kind), ground(grounds), REASON]);

/** Only what was changed is a correction; an open value that was emptied is taken away. */
function changedOf({ kind, record }: Mended, values: Values): Values {
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

/** A day of a step that was not taken is not there to be corrected. */
function recordedFields(kind: KindView, { values }: RecordView): readonly FieldView[] {
  const days = new Set(kind.steps.map(({ day }) => day));
  return kind.fields.filter(({ name }) => !days.has(name) || values?.[name] !== undefined);
}

export const MENDS: Readonly<Record<string, Mend>> = {
  correct: {
    title: '更正',
    say: ({ record }) =>
      `只改登错的；改过的栏目会连同理由记入账本，原来的内容也留着。${record.masked ? '个人信息您看不到原文，不填就不改。' : ''}`,
    asks: ({ kind, record, villages }) => ({
      fields: recordedFields(kind, record),
      beside: [...besideOf(kind, villages), REDATED, REASON],
      asks: [BESIDE('reason')],
      first: {
        ...record.values,
        ...(record.masked ? {} : record.personal),
        [BESIDE('village')]: record.village ?? undefined,
      },
    }),
    adds: (mended, values) => ({ values: changedOf(mended, values) }),
  },
  void: {
    title: '作废',
    warn: '作废后这件事不再计入任何指标，也不能恢复；办过的每一步仍留在账本里。',
    asks: () => only([REASON]),
  },
  assign: {
    title: '交办',
    asks: (mended) => only([handlers(mended), REASON], [], { [BESIDE('handlers')]: mended.record.handlers }),
  },
  restrict: {
    title: '限制处理',
    say: () => '选中的个人信息只保存，不再使用，办案的人也看不到；以后可以解除。',
    asks: withheld,
  },
  release: {
    title: '解除限制处理',
    say: () => '限制错了，或者限制的理由已经没有了，才解除。',
    asks: ({ kind }) => only([personalFields(kind), REASON]),
  },
  erase: {
    title: '删除个人信息',
    warn: '过了保存期限的，销毁后找不回来；还在保存期限内的，改为限制处理。',
    asks: withheld,
  },
  seal: {
    title: '限定知悉',
    say: ({ record }) =>
      record.sealed
        ? '现在只有获准的人看得到。类别不填，就是不再限定。'
        : '限定以后，只有任职里写明可以知悉这一类的人看得到；别人看不到，也不计入指标。',
    asks: ({ record }) =>
      only(
        [
          { ...COMMON, name: 'class', label: '限定类别', type: 'text', help: '与任职里写的类别一字不差' },
          REASON,
        ],
        record.sealed ? ['class'] : [],
      ),
    adds: (_mended, values) => ({ class: values[BESIDE('class')] ?? null }),
  },
  'propose-purge': {
    title: '提出涉密清除',
    say: () => '指出哪几条账目写进了国家秘密、工作秘密。由另一个岗位的另一个人复核后销毁。',
    asks: ({ entries }) => only([entriesOf(entries), REASON]),
    adds: (_mended, values) => ({ entries: ((values[BESIDE('entries')] ?? []) as string[]).map(Number) }),
  },
  purge: {
    title: '涉密清除',
    warn: '由第二个人办。内容立即销毁，不能撤回；谁在什么时候办了哪一步、理由和散列值仍留着。',
    asks: () => only([REASON]),
  },
};
