import { useHistory, useNext, useWho } from '../../api/queries.ts';
import type { KindView, NextStep, RecordView } from '../../api/shapes.ts';
import { Loaded } from '../../look/signs.tsx';
import { shortDay } from '../../look/words.ts';

/** The step bar (步骤): what was done, when and by whom; where the matter stands; what may come. */
export function Steps({ kind, record }: { readonly kind: KindView; readonly record: RecordView }) {
  const history = useHistory(record.id);
  const next = useNext(record.id);
  const who = useWho();
  return (
    <Loaded of={history}>
      {({ entries }) => {
        const done = entries.filter(({ step }) => kind.steps.some(({ name }) => name === step.code));
        const [ahead, aside] = [false, true].map((beside) =>
          (next.data?.steps ?? []).filter((step) => (step.aside === true) === beside),
        ) as [NextStep[], NextStep[]];
        return (
          <ol className="steps">
            {done.map(({ seq, step, occurredOn, account, post, flaws }, place) => (
              <li
                key={seq}
                className={place === done.length - 1 ? 'now' : undefined}
                aria-current={place === done.length - 1 ? 'step' : undefined}
              >
                <strong>{step.label}</strong>
                <br />
                {shortDay(occurredOn)}
                <br />
                <span className="quiet">{post.label || who(account)}</span>
                {flaws.length > 0 ? <span className="flag"> 程序瑕疵</span> : null}
              </li>
            ))}
            {ahead.map(({ step, label, others, by }) => (
              <li key={step} className="ahead">
                <span className="quiet">可以接着</span>
                <br />
                {label}
                <br />
                <span className="quiet">
                  {by.length > 0 ? '您能办' : `由${others.map((each) => each.label).join('、')}办`}
                </span>
              </li>
            ))}
            {aside.length > 0 ? (
              <li className="ahead">
                <span className="quiet">其间还可以</span>
                <br />
                {aside.map(({ label }) => label).join('、')}
              </li>
            ) : null}
          </ol>
        );
      }}
    </Loaded>
  );
}
