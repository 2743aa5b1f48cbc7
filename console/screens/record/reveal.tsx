import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../api/client.ts';
import { useOffice, useSelf } from '../../api/queries.ts';
import type { FieldView, RecordView } from '../../api/shapes.ts';
import { Dialog } from '../../look/dialog.tsx';
import { RefusalBox } from '../../look/signs.tsx';

interface Props {
  readonly record: RecordView;
  /** Personal fields that are masked. */
  readonly fields: readonly FieldView[];
  readonly onRevealed: (values: Readonly<Record<string, unknown>>) => void;
}

/** Looking at other people's personal data: against a reason, which stands in the ledger before anything is shown. */
export function Reveal({ record, fields, onRevealed }: Props) {
  const id = useId();
  const { code } = useOffice();
  const self = useSelf().data;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newId());
  const ask = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const { values } = await call<{ values: Record<string, unknown> }>(
        'POST',
        `/${code}/records/${record.id}/reveal`,
        {
          body: { fields: [...chosen], reason: reason.trim() },
          headers: { 'idempotency-key': key.current },
        },
      );
      key.current = newId();
      setOpen(false);
      setReason('');
      onRevealed(values);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  return (
    <div className="no-print">
      <button
        type="button"
        className="plain"
        onClick={() => {
          setChosen(new Set(fields.map(({ name }) => name)));
          setOpen(true);
        }}
      >
        写明理由，查看个人信息
      </button>
      {open ? (
        <Dialog title="查看个人信息" onClose={() => setOpen(false)}>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              void ask();
            }}
          >
            <p>谁、什么时候、为什么看了哪几栏，会先记入账本，本人和审计都可以查。</p>
            <RefusalBox error={error}>
              {self?.strong ? null : <Link to={`/${code}/me`}>去启用动态口令</Link>}
            </RefusalBox>
            <fieldset className="field">
              <legend className="label">看哪几栏</legend>
              <div className="choices">
                {fields.map(({ name, label }) => (
                  <label key={name}>
                    <input type="checkbox" checked={chosen.has(name)} onChange={() => toggle(name)} />
                    {label}
                  </label>
                ))}
              </div>
            </fieldset>
            <div className="field">
              <label className="label" htmlFor={id}>
                理由
              </label>
              <Input.TextArea
                id={id}
                rows={2}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                required
              />
            </div>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={chosen.size === 0 || reason.trim() === ''}
            >
              查看
            </Button>
          </form>
        </Dialog>
      ) : null}
    </div>
  );
}
