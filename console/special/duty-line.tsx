import { Link } from 'react-router';
import { useKind, useOffice, useSelf } from '../api/queries.ts';
import type { SelfView, Standing, StatutoryDutyView } from '../api/shapes.ts';
import { shortDay } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';

/** Whoever sees some villages, some matters or what was drawn alone is told nothing of what the whole office has done. */
export function seesWholeOffice({ villages, assignedOnly, posts }: SelfView): boolean {
  return villages === undefined && !assignedOnly && !posts.some(({ code }) => code === 'auditor');
}

const WORDS: Readonly<Record<Standing, readonly [word: string, look: string]>> = {
  done: ['已办成', ''],
  late: ['已过日期，还没有登记', 'term-over'],
  near: ['快到了', 'term-soon'],
  open: ['还没有到', 'quiet'],
  before: ['启用本系统以前，不在这里登记', 'quiet'],
};

/** When a duty is to be done, in words. */
function whenText({ byWhen, due, safeDue, awaits }: StatutoryDutyView): string {
  if (byWhen === 'within') return '当年之内，法律没有写日期';
  if (byWhen === 'on') return shortDay(due);
  const safe =
    awaits === undefined
      ? safeDue === null || safeDue === due
        ? ''
        : `；稳妥日${shortDay(safeDue)}`
      : `；稳妥日待${awaits}年放假通知`;
  return `${shortDay(due)}前${safe}`;
}

function standingText({ standing, doneOn, doneLate, left, figure }: StatutoryDutyView): string {
  if (figure) return `${figure.name}${figure.value}，要求至少${figure.least}`;
  if (standing === 'done')
    return `${doneOn === null ? '' : shortDay(doneOn)}${WORDS.done[0]}${doneLate ? '，晚于规定日期' : ''}`;
  if (standing === 'near') return left > 0 ? `还有 ${left} 天` : '就在今天';
  return WORDS[standing][0];
}

/** A duty in short, among other things of the day. */
export function DutyBrief({ duty }: { readonly duty: StatutoryDutyView }) {
  return (
    <li>
      {duty.name}
      <p>
        <span className="quiet">{whenText(duty)}</span>{' '}
        <strong className={WORDS[duty.standing][1]}>{standingText(duty)}</strong>
      </p>
    </li>
  );
}

/** A duty of the statutory calendar: until when, by which article, how it stands, and the way to enter it. */
export function DutyLine({ duty }: { readonly duty: StatutoryDutyView }) {
  const { code: org } = useOffice();
  const { name, article, mark, configured, reference, posts, standing, records, note } = duty;
  return (
    <li>
      <div>
        <p>
          <span className="title">{name}</span>
        </p>
        <p>
          {whenText(duty)} · <strong className={WORDS[standing][1]}>{standingText(duty)}</strong>
        </p>
        <p className="quiet">
          {[
            article,
            mark,
            configured ? '日期按本地要求' : '',
            reference ? '乡镇参照' : '',
            posts.map(({ label }) => label).join('、'),
          ]
            .filter((each) => each !== '')
            .join('；')}
        </p>
        {note === undefined ? null : <p className="quiet">{note}</p>}
        {records.length === 0 ? null : (
          <ul className="quick">
            {records.map(({ record, kind, title, on }) => (
              <li key={record}>
                <Link to={`/${org}/${kind}/${record}`}>{title}</Link>
                {on === null ? '（正在办）' : ''}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Enter duty={duty} />
    </li>
  );
}

function Enter({ duty }: { readonly duty: StatutoryDutyView }) {
  const { code: org } = useOffice();
  const self = useSelf().data;
  const { kind: code, step: name, values } = duty.enter;
  const kind = useKind(code);
  const step = kind?.steps.find((each) => each.name === name);
  const begun = duty.records.find(({ on }) => on === null);
  const away = duty.standing === 'done' || duty.standing === 'before';
  if (away || !step || !self || !mayTake(step, self)) return <span />;
  const query = new URLSearchParams(Object.entries(values).map(([field, value]) => [field, String(value)]));
  return (
    <div className="acts">
      {begun ? (
        <Link className="plain-link" to={`/${org}/${begun.kind}/${begun.record}`}>
          接着办
        </Link>
      ) : (
        <Link className="plain-link" to={`/${org}/${code}/new/${name}?${query.toString()}`}>
          登记
        </Link>
      )}
    </div>
  );
}
