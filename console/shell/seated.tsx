import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { addressOf, call, get } from '../api/client.ts';
import type { Session } from '../api/shapes.ts';
import { RefusalBox } from '../look/signs.tsx';
import { useForm } from '../screens/me/small-form.tsx';

interface Colleague {
  readonly account: string;
  /** Too many wrong PINs: the password is needed. */
  readonly blocked: boolean;
}

/** Who signed in at this PC today and has a PIN; nobody outside the office network. */
export function useSeated(org: string | undefined): readonly Colleague[] {
  const { data = [] } = useQuery({
    queryKey: ['seated', org],
    queryFn: async () =>
      (await get<{ colleagues: Colleague[] }>(addressOf('/session/colleagues', { org }))).colleagues,
    enabled: org !== undefined,
    staleTime: 0,
  });
  return data;
}

interface Props {
  readonly org: string;
  readonly seated: readonly Colleague[];
  readonly onOpen: (session: Session) => void;
}

/** Turns at a shared PC (共用电脑): whoever sat here today comes back by PIN. */
export function Seated({ org, seated, onOpen }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const [pin, setPin] = useState('');
  const { error, busy, submit } = useForm(async () => {
    try {
      onOpen(await call<Session>('POST', '/session/switch', { body: { org, account: chosen, pin } }));
    } finally {
      setPin('');
    }
  });
  if (seated.length === 0) return null;
  return (
    <form className="form" onSubmit={submit}>
      <fieldset className="field">
        <legend className="label">今天在这台电脑上登录过的，用PIN换人</legend>
        <div className="choices">
          {seated.map(({ account, blocked }) => (
            <label key={account}>
              <input
                type="radio"
                name={`${id}-who`}
                disabled={blocked}
                checked={chosen === account}
                onChange={() => setChosen(account)}
              />
              {account}
              {blocked ? '（PIN输错太多，请用密码）' : ''}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen === undefined ? null : (
        <>
          <RefusalBox error={error} />
          <div className="field">
            <label className="label" htmlFor={`${id}-pin`}>
              {chosen}的PIN
            </label>
            <Input.Password
              id={`${id}-pin`}
              value={pin}
              onChange={({ target }) => setPin(target.value)}
              inputMode="numeric"
              autoComplete="off"
              autoFocus
              required
            />
          </div>
          <Button type="primary" htmlType="submit" loading={busy}>
            换成{chosen}
          </Button>
        </>
      )}
    </form>
  );
}
