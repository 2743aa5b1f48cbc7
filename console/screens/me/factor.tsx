import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { renderSVG } from 'uqr';
import { call, get } from '../../api/client.ts';
import { Loaded, RefusalBox } from '../../look/signs.tsx';
import { Section, useForm, WithPassword } from './small-form.tsx';

interface FactorState {
  readonly inUse: boolean;
  readonly recoveryCodes?: number;
}

/** The second factor: enrolled with a QR code, confirmed with a first code, its recovery codes shown once. */
export function Factor() {
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
          <ol>
            {codes.map((code) => (
              <li key={code}>
                <code className="whole">{code}</code>
              </li>
            ))}
          </ol>
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>{' '}
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
