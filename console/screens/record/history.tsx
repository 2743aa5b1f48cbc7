import { useHistory, useWho } from '../../api/queries.ts';
import type { FlawInWords, HistoryEntry, KindView, RecordView } from '../../api/shapes.ts';
import { Loaded } from '../../look/signs.tsx';
import { dayText, timeText, valueText } from '../../look/words.ts';

interface Props {
  readonly kind: KindView;
  readonly record: RecordView;
}

/** What happened to the record (办理经过), out of the ledger: who did what, when it was, when it was entered. */
export function History({ kind, record }: Props) {
  const history = useHistory(record.id);
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">办理经过</h2>
      <Loaded of={history}>
        {({ entries }) => (
          <ol className="plainlist">
            {entries.toReversed().map((entry) => (
              <Entry key={entry.seq} kind={kind} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

function Entry({ kind, entry }: { readonly kind: KindView; readonly entry: HistoryEntry }) {
  const who = useWho();
  const { seq, step, occurredOn, precision, recordedAt, account, post, source, behalf, reason } = entry;
  return (
    <li>
      <p>
        <strong>{step.label}</strong>　{dayText(occurredOn, precision)}
      </p>
      <p className="quiet">
        {post.label || who(account)}（{account}）{behalf ? `替${behalf}录入，` : ''}
        {timeText(recordedAt)}登记 · {source.label} · 账本第{seq}条
      </p>
      {reason ? <p>理由：{reason}</p> : null}
      {entry.purged ? <p>内容已涉密清除。</p> : null}
      <Changes kind={kind} entry={entry} />
      {entry.flaws.map((flaw) => (
        <Flaw key={flaw.rule} flaw={flaw} />
      ))}
    </li>
  );
}

function Changes({ kind, entry }: { readonly kind: KindView; readonly entry: HistoryEntry }) {
  const { changes, personal } = entry;
  if (changes.length + personal.length === 0) return null;
  const text = (name: string, value: unknown): string => {
    const field = kind.fields.find((each) => each.name === name);
    return field ? valueText(field, value) : String(value ?? '');
  };
  return (
    <details>
      <summary className="quiet">填了{changes.length + personal.length}栏</summary>
      <ul>
        {changes.map(({ field, label, before, after }) => (
          <li key={field}>
            {label}：{before === undefined || before === null ? null : <del>{text(field, before)}</del>}{' '}
            {after === null ? '（去掉）' : text(field, after)}
          </li>
        ))}
        {personal.map(({ code, label }) => (
          <li key={code}>{label}：个人信息，不在这里显示</li>
        ))}
      </ul>
    </details>
  );
}

/** A procedural flaw (程序瑕疵): what the law asked, and how to mend it. */
export function Flaw({ flaw }: { readonly flaw: FlawInWords }) {
  const { sentence, article, remedy, reason } = flaw;
  return (
    <p>
      <span className="flag">程序瑕疵</span> {sentence} <span className="quiet">{article}</span>
      {remedy ? ` 怎么补：${remedy}` : ''}
      {reason ? ` 当时的理由：${reason}` : ''}
    </p>
  );
}
