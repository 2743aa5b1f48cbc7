import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useId, useState, type FormEvent } from 'react';
import { addressOf, call } from '../api/client.ts';
import { useIdentityPlatform, useOffices } from '../api/queries.ts';
import type { Session } from '../api/shapes.ts';
import { RefusalBox } from '../look/signs.tsx';
import { Seated, useSeated } from './seated.tsx';

interface Props {
  /** The organisation that is signed in to; asked for where it is not known. */
  readonly org?: string;
  /** The organisation of the page, where somebody from elsewhere may sign in too. */
  readonly suggested?: string;
  /** A session that was begun elsewhere and still lacks something. */
  readonly begun?: Session;
  /** Told once nothing is missing any more. */
  readonly onOpen: (session: Session) => void;
}

/** Signing in: password, then what the session still lacks (a password of one's own, the second factor). */
export function SignIn({ org, suggested, begun, onOpen }: Props) {
  const [session, setSession] = useState<Session | undefined>(begun);
  const client = useQueryClient();
  const take = async (opened: Session): Promise<void> => {
    if (opened.stage !== 'open') return setSession(opened);
    client.setQueryData(['session'], opened);
    onOpen(opened);
  };
  if (session?.stage === 'change') return <OwnPassword onDone={take} />;
  if (session?.stage === 'factor') return <Factor onDone={take} onBack={() => setSession(undefined)} />;
  return (
    <Password
      {...(org === undefined ? {} : { org })}
      {...(suggested === undefined ? {} : { suggested })}
      onDone={take}
    />
  );
}

interface StageProps {
  readonly onDone: (session: Session) => Promise<void>;
}

/** Sends one stage and keeps what was typed where it is refused. */
function useSending(send: () => Promise<Session>, onDone: StageProps['onDone']) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      setError(undefined);
      await onDone(await send());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { error, busy, submit };
}

const LAST_OFFICE = 'fadu-office';

function Password({ org, suggested, onDone }: StageProps & Pick<Props, 'org' | 'suggested'>) {
  const id = useId();
  const offices = useOffices().data ?? [];
  const [chosen, setChosen] = useState(org ?? localStorage.getItem(LAST_OFFICE) ?? suggested);
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const office =
    offices.find(({ code }) => code === chosen) ?? (offices.length === 1 ? offices[0] : undefined);
  const { error, busy, submit } = useSending(async () => {
    const code = office?.code ?? chosen ?? '';
    const opened = await call<Session>('POST', '/session', { body: { org: code, account, password } });
    localStorage.setItem(LAST_OFFICE, code);
    return opened;
  }, onDone);
  const identity = useIdentityPlatform();
  const code = office?.code ?? chosen;
  const seated = useSeated(code);
  return (
    <>
      {code === undefined ? null : (
        <Seated org={code} seated={seated} onOpen={(opened) => void onDone(opened)} />
      )}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <RefusalBox error={error} />
        {org === undefined && offices.length > 1 ? (
          <div className="field">
            <label className="label" htmlFor={`${id}-office`}>
              单位
            </label>
            <Select
              id={`${id}-office`}
              showSearch={{ optionFilterProp: 'label' }}
              value={office?.code ?? null}
              onChange={(code) => setChosen(code ?? undefined)}
              options={offices.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </div>
        ) : null}
        <div className="field">
          <label className="label" htmlFor={`${id}-account`}>
            账号
          </label>
          <Input
            id={`${id}-account`}
            value={account}
            onChange={({ target }) => setAccount(target.value)}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
          />
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}-password`}>
            密码
          </label>
          <Input.Password
            id={`${id}-password`}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            autoComplete="current-password"
            required
          />
          <p className="help">第一次登录，填系统管理员给的一次性口令。</p>
        </div>
        <Button type="primary" htmlType="submit" loading={busy} block>
          登录
        </Button>
        {identity === undefined || code === undefined ? null : (
          <p>
            <a className="plain-link" href={`/api/v1${addressOf('/session/oidc', { org: code })}`}>
              用{identity}登录
            </a>
          </p>
        )}
      </form>
    </>
  );
}

function OwnPassword({ onDone }: StageProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const { error, busy, submit } = useSending(
    () => call<Session>('POST', '/session/password', { body: { password } }),
    onDone,
  );
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p>这次用的是一次性口令，请先设一个自己的密码。</p>
      <RefusalBox error={error} />
      <div className="field">
        <label className="label" htmlFor={id}>
          新密码
        </label>
        <Input.Password
          id={id}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          autoComplete="new-password"
          autoFocus
          required
        />
      </div>
      <Button type="primary" htmlType="submit" loading={busy} block>
        设好密码并登录
      </Button>
    </form>
  );
}

function Factor({ onDone, onBack }: StageProps & { readonly onBack: () => void }) {
  const id = useId();
  const [code, setCode] = useState('');
  const { error, busy, submit } = useSending(
    () => call<Session>('POST', '/session/factor', { body: { code: code.trim() } }),
    onDone,
  );
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <RefusalBox error={error} />
      <div className="field">
        <label className="label" htmlFor={id}>
          动态口令
        </label>
        <Input
          id={id}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
        />
        <p className="help">手机口令软件上的6位数字；手机不在身边，可填一个恢复码。</p>
      </div>
      <Button type="primary" htmlType="submit" loading={busy} block>
        登录
      </Button>
      <p>
        <button type="button" className="bare" onClick={onBack}>
          换一个账号
        </button>
      </p>
    </form>
  );
}
