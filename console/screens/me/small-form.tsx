import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { RefusalBox } from '../../look/signs.tsx';

/** A part of a page, with its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Sends a small form; what was typed stays where it is refused. */
export function useForm(send: () => Promise<void>) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    send()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return { error, busy, submit };
}

export function SecretInput({
  label,
  value,
  onChange,
  autoComplete,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <Input.Password
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        autoComplete={autoComplete}
        required
      />
    </div>
  );
}

export interface Act {
  readonly label: string;
  readonly run: (password: string) => Promise<void>;
}

/** Acts that ask for the password again. */
export function WithPassword({ say, acts }: { readonly say: string; readonly acts: readonly Act[] }) {
  const [chosen, setChosen] = useState<Act>();
  const [password, setPassword] = useState('');
  const { error, busy, submit } = useForm(async () => {
    await chosen?.run(password);
    setPassword('');
    setChosen(undefined);
  });
  if (!chosen)
    return (
      <p className="under">
        {say}
        {acts.map((act) => (
          <button key={act.label} type="button" className="plain" onClick={() => setChosen(act)}>
            {act.label}
          </button>
        ))}
      </p>
    );
  return (
    <form className="form" onSubmit={submit}>
      <RefusalBox error={error} />
      <SecretInput
        label="现在的密码"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {chosen.label}
      </Button>{' '}
      <Button onClick={() => setChosen(undefined)}>不办了</Button>
    </form>
  );
}
