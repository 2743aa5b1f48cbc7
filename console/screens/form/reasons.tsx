import Input from 'antd/es/input';
import { useId } from 'react';
import { Refused } from '../../api/client.ts';
import type { Values } from './values.ts';

interface Props {
  readonly error: unknown;
  readonly values: Values;
  readonly onChange: (name: string, value: unknown) => void;
  /** Records what has happened already, with the breach. */
  readonly onLate: () => void;
}

/**
 * What helps after a rule spoke: a reminder asks for the reason why one goes on; a rule that stops an act taken now lets
 * what has happened be recorded as it was, with its flaw (程序瑕疵).
 */
export function Reasons({ error, values, onChange, onLate }: Props) {
  const id = useId();
  if (!(error instanceof Refused)) return null;
  const { code, facts } = error.problem;
  if (code === 'rule-blocks' && values[':source'] === undefined)
    return (
      <p>
        这件事如果已经发生了，应照实登记：{' '}
        <button type="button" className="plain" onClick={onLate}>
          按已经发生补录，记程序瑕疵
        </button>
      </p>
    );
  const rule = code === 'reason-required' ? facts?.['rule'] : undefined;
  if (typeof rule !== 'string') return null;
  const name = `:reason:${rule}`;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        仍要办理的理由
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={String(values[name] ?? '')}
        onChange={({ target }) => onChange(name, target.value)}
      />
      <p className="help">理由会记入账本。写好后再点一次下面的按钮。</p>
    </div>
  );
}
