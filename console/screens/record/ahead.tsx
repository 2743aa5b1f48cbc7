import type { NextStep, RuleAhead } from '../../api/shapes.ts';

/** What stands before a step: who else may take it, rules that stop it now, rules that ask for a reason. */
export function Ahead({ step }: { readonly step: NextStep }) {
  const { others, stops, reminds, depends } = step;
  return (
    <>
      {others.length > 0 ? (
        <p className="quiet">由{others.map(({ label }) => label).join('、')}办。</p>
      ) : null}
      {stops.map((rule) => (
        <Rule key={rule.rule} rule={rule} className="refusal" word="现在办不了" />
      ))}
      {reminds.map((rule) => (
        <Rule key={rule.rule} rule={rule} className="notice" word="要写明理由" />
      ))}
      {depends.length > 0 ? (
        <details>
          <summary className="quiet">填了才知道的要求（{depends.length}条）</summary>
          <ul className="plainlist">
            {depends.map(({ rule, sentence, article }) => (
              <li key={rule}>
                {sentence} <span className="quiet">{article}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Rule({
  rule,
  className,
  word,
}: {
  readonly rule: RuleAhead;
  readonly className: string;
  readonly word: string;
}) {
  const { sentence, article, remedy } = rule;
  return (
    <div className={className}>
      <p className="sentence">
        {word}：{sentence}
      </p>
      <p>依据：{article}</p>
      {remedy === '' ? null : <p>怎么办：{remedy}</p>}
    </div>
  );
}
