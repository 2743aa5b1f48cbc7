import type { StepView } from '../../api/shapes.ts';

/** What a step rests on, what the law asks of it, and the papers that it makes. */
export function Basis({ step }: { readonly step: StepView }) {
  const { basis, rules, papers } = step;
  return (
    <div className="field">
      <p className="quiet">依据：{basis.join('、')}</p>
      {papers.length === 0 ? null : (
        <p className="quiet">本环节的文书：{papers.map(({ label }) => label).join('、')}</p>
      )}
      {rules.length === 0 ? null : (
        <details>
          <summary className="quiet">法律的要求（{rules.length}条）</summary>
          <ul className="plainlist">
            {rules.map(({ id, sentence, basis: article, hard }) => (
              <li key={id}>
                {sentence}{' '}
                <span className="quiet">
                  {article}
                  {hard ? '' : '；提醒，不拦'}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
