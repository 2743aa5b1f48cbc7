import { fieldOf, POSTS, Refusal, stepOf, type Kind } from '../kernel/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { Store } from '../store/connection.ts';
import { historyOf } from './draft.ts';
import { MENDING } from './mending.ts';

/** What somebody else did to a record since it was looked at: names of fields, never values. */
interface Change {
  readonly account: string;
  readonly post: string;
  readonly step: string;
  readonly at: string;
  readonly fields: readonly string[];
}

function changeOf(kind: Kind, entry: Entry): Change {
  const names = [...Object.keys(entry.values), ...Object.keys(entry.commitments)];
  return {
    account: entry.actor.account,
    post: POSTS[entry.actor.post],
    step: stepOf(kind, entry.step)?.label ?? MENDING[entry.step] ?? entry.step,
    at: entry.recordedAt,
    fields: names.map((name) => fieldOf(kind, name)?.label ?? name),
  };
}

/** The refusal of an act on a record that has moved on: it says who did what meanwhile, so that two people can agree. */
export async function versionConflict(
  store: Store,
  kind: Kind,
  place: {
    readonly org: string;
    readonly record: string;
    readonly expected: number;
    readonly version: number;
  },
): Promise<Refusal> {
  const { org, record, expected, version } = place;
  // Whoever hits upon the id of a record that is there learns nothing of it.
  if (expected === 0) {
    return new Refusal('version-conflict', '这个记录编号已经用过。', { next: '请换一个编号，或不写编号。' });
  }
  const history = await historyOf(store, org, record);
  const changes = history.filter((entry) => entry.expected >= expected).map((entry) => changeOf(kind, entry));
  const told = changes.map(({ account, post, step, fields }) => {
    const about = fields.length > 0 ? `（${fields.join('、')}）` : '';
    return `${account}（${post}）办了“${step}”${about}`;
  });
  const since = told.length > 0 ? `：${told.join('；')}` : '';
  return new Refusal('version-conflict', `这条记录在您打开之后有变动${since}。您看到的已不是最新内容。`, {
    next: '请刷新后核对，再提交一次；您填的内容还在。',
    facts: { expected, version, changes },
  });
}
