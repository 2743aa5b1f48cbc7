import { useState } from 'react';
import { useWhy } from '../../api/queries.ts';
import type { RecordView, Why } from '../../api/shapes.ts';
import { Loaded } from '../../look/signs.tsx';
import { dayText } from '../../look/words.ts';

const RESULTS: Readonly<Record<Why['rules'][number]['result'] | Why['terms'][number]['result'], string>> = {
  kept: '符合',
  breached: '不符合',
  'not-in-force': '当时未施行',
  unknown: '不能判断',
  running: '还在期限内',
};

/** Why each act could be taken (依据): articles, the rules it was held against, its terms. Read when somebody asks. */
export function WhySection({ record }: { readonly record: RecordView }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="block" aria-labelledby="why">
      <h2 id="why">依据</h2>
      {open ? (
        <Acts id={record.id} />
      ) : (
        <button type="button" className="plain" onClick={() => setOpen(true)}>
          看每一步的法律依据和对照结果
        </button>
      )}
    </section>
  );
}

function Acts({ id }: { readonly id: string }) {
  const why = useWhy(id);
  return (
    <Loaded of={why}>
      {({ acts }) => (
        <ol className="plainlist">
          {acts.map((act) => (
            <Act key={act.seq} act={act} />
          ))}
        </ol>
      )}
    </Loaded>
  );
}

/** An article with the edition that the act is judged by: the law of its day. */
function textOf({ article, edition, inForce }: Why['basis'][number]): string {
  return `${article}（${inForce ? `${editionText(edition)}起的文本` : '当时未施行'}）`;
}

/** An edition begins on a day, or is known by its month or year alone. */
function editionText(edition: string): string {
  const [year = '', month, day] = edition.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

function Act({ act }: { readonly act: Why }) {
  const { label, occurredOn, basis, rules, terms } = act;
  return (
    <li>
      <p>
        <strong>{label}</strong>　{dayText(occurredOn)}
      </p>
      <p>依据：{basis.map(textOf).join('、')}</p>
      <ul>
        {rules.map(({ rule, sentence, article, edition, inForce, result, remedy, reason }) => (
          <li key={rule}>
            {RESULTS[result]}：{sentence}{' '}
            <span className="quiet">{textOf({ article, edition, inForce })}</span>
            {reason ? <p>当时的理由：{reason}</p> : null}
            {result === 'breached' && remedy ? <p className="flag">怎么补：{remedy}</p> : null}
          </li>
        ))}
        {terms.map(({ rule, name, article, due, result }) => (
          <li key={rule}>
            {RESULTS[result]}：{name}
            {due ? `，期限到${dayText(due)}` : ''} <span className="quiet">{article}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
