import { useQuery, useQueryClient } from '@tanstack/react-query';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { renderSVG } from 'uqr';
import { call, get } from '../api/client.ts';
import { useSelf, useSession } from '../api/queries.ts';
import type { Session } from '../api/shapes.ts';
import { useLook } from '../look/look.tsx';
import { Loaded, PageTitle, RefusalBox } from '../look/signs.tsx';
import type { Look } from '../look/theme.ts';
import { timeText } from '../look/words.ts';

/** 账号与显示: how the console looks, one's password, second factor, and where one is signed in. */
export function Me() {
  const self = useSelf();
  return (
    <>
      <div className="head">
        <PageTitle name="账号与显示" />
      </div>
      <Loaded of={self}>
        {({ account, posts }) => (
          <p className="quiet">
            账号{account}，{posts.map(({ label }) => label).join('、')}
          </p>
        )}
      </Loaded>
      <LookChoices />
      <Password />
      <Factor />
      <Sessions />
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const CHOICES: readonly {
  readonly key: keyof Look;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}[] = [
  {
    key: 'size',
    label: '字号',
    options: [
      ['usual', '标准'],
      ['large', '大字'],
    ],
  },
  {
    key: 'contrast',
    label: '颜色',
    options: [
      ['usual', '标准'],
      ['high', '高对比'],
    ],
  },
  {
    key: 'density',
    label: '疏密',
    options: [
      ['comfortable', '宽松'],
      ['compact', '紧凑'],
    ],
  },
];

function LookChoices() {
  const [look, setLook] = useLook();
  return (
    <Section title="显示">
      <div className="form">
        {CHOICES.map(({ key, label, options }) => (
          <fieldset key={key}>
            <legend className="label">{label}</legend>
            <div className="choices">
              {options.map(([value, word]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={key}
                    checked={look[key] === value}
                    onChange={() => setLook({ ...look, [key]: value })}
                  />
                  {word}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}

/** Sends a small form; what was typed stays where it is refused. */
function useForm(send: () => Promise<void>) {
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

function SecretInput({
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

function Password() {
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { error, busy, submit } = useForm(async () => {
    await call<Session>('POST', '/session/password', { body: { current, password } });
    setCurrent('');
    setPassword('');
    void message.success('密码已改，别处的登录已退出');
  });
  return (
    <Section title="密码">
      <form className="form" onSubmit={submit}>
        <RefusalBox error={error} />
        <SecretInput
          label="现在的密码"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <SecretInput label="新密码" value={password} onChange={setPassword} autoComplete="new-password" />
        <Button htmlType="submit" loading={busy}>
          修改密码
        </Button>
      </form>
    </Section>
  );
}

interface FactorState {
  readonly inUse: boolean;
  readonly recoveryCodes?: number;
}

/** The second factor: enrolled with a QR code, confirmed with a first code, its recovery codes shown once. */
function Factor() {
  const client = useQueryClient();
  const state = useQuery({ queryKey: ['factor'], queryFn: () => get<FactorState>('/factor') });
  const [enrolling, setEnrolling] = useState<{ readonly uri: string; readonly secret: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const changed = async (): Promise<void> => {
    setEnrolling(undefined);
    await client.invalidateQueries();
  };
  return (
    <Section title="动态口令">
      <p className="quiet">查看别人的个人信息、导出、公布，要用动态口令登录。</p>
      {codes ? (
        <div className="notice" role="status">
          <p>恢复码只显示这一次，请抄下来放好。手机丢了，用一个恢复码登录，每个只能用一次。</p>
          <p>{codes.join('　')}</p>
          <button type="button" className="plain" onClick={() => setCodes(undefined)}>
            抄好了
          </button>
        </div>
      ) : null}
      <Loaded of={state}>
        {({ inUse, recoveryCodes }) => {
          if (inUse)
            return (
              <WithPassword
                say={`已启用，还剩${recoveryCodes ?? 0}个恢复码。`}
                acts={[
                  {
                    label: '换发恢复码',
                    run: async (password) => {
                      const made = await call<{ recoveryCodes: string[] }>('POST', '/factor/recovery-codes', {
                        body: { password },
                      });
                      setCodes(made.recoveryCodes);
                      await changed();
                    },
                  },
                  {
                    label: '停用动态口令',
                    run: async (password) => {
                      await call('POST', '/factor/remove', { body: { password } });
                      await changed();
                    },
                  },
                ]}
              />
            );
          if (enrolling)
            return (
              <Confirm
                enrolling={enrolling}
                onDone={async (made) => {
                  setCodes(made);
                  await changed();
                }}
              />
            );
          return (
            <WithPassword
              say="还没有启用。"
              acts={[
                {
                  label: '启用动态口令',
                  run: async (password) =>
                    setEnrolling(await call('POST', '/factor', { body: { password } })),
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}

interface Act {
  readonly label: string;
  readonly run: (password: string) => Promise<void>;
}

/** Acts that ask for the password again. */
function WithPassword({ say, acts }: { readonly say: string; readonly acts: readonly Act[] }) {
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

function Confirm({
  enrolling,
  onDone,
}: {
  readonly enrolling: { readonly uri: string; readonly secret: string };
  readonly onDone: (codes: readonly string[]) => Promise<void>;
}) {
  const id = useId();
  const [code, setCode] = useState('');
  const { error, busy, submit } = useForm(async () => {
    const made = await call<{ recoveryCodes: string[] }>('POST', '/factor/confirm', {
      body: { code: code.trim() },
    });
    await onDone(made.recoveryCodes);
  });
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSVG(enrolling.uri))}`;
  return (
    <form className="form" onSubmit={submit}>
      <p>用手机上的口令软件扫这个码，再填它显示的6位数字。</p>
      <p>
        <img src={picture} alt="动态口令的二维码" width={200} height={200} />
      </p>
      <p className="quiet">扫不了就手工输入：{enrolling.secret}</p>
      <RefusalBox error={error} />
      <div className="field">
        <label className="label" htmlFor={id}>
          动态口令
        </label>
        <Input
          id={id}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        确认启用
      </Button>
    </form>
  );
}

interface Listed {
  readonly session: string;
  readonly device: string;
  readonly address: string;
  readonly seenAt: string;
  readonly own: boolean;
}

function Sessions() {
  const me = useSession().data;
  const { message } = App.useApp();
  const list = useQuery({
    queryKey: ['sessions', me?.account],
    queryFn: async () => (await get<{ sessions: Listed[] }>('/sessions')).sessions,
    staleTime: 0,
  });
  const end = async (session: string): Promise<void> => {
    try {
      await call('DELETE', `/sessions/${session}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '没有收回');
    }
    await list.refetch();
  };
  return (
    <Section title="登录着的设备">
      <Loaded of={list}>
        {(all) => (
          <ul className="plainlist">
            {all.map(({ session, device, address, seenAt, own }) => (
              <li key={session}>
                {device}，{address}，{own ? '就是这台' : `最近在用：${timeText(seenAt)}`}{' '}
                {own ? null : (
                  <button type="button" className="plain" onClick={() => void end(session)}>
                    收回
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
