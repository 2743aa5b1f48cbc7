import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { call, get } from '../api/client.ts';
import type { Session } from '../api/shapes.ts';
import { Loaded, PageTitle, RefusalBox } from '../look/signs.tsx';
import { useForm } from '../screens/me/small-form.tsx';
import { SignIn } from './sign-in.tsx';

interface Came {
  readonly session?: Session;
  /** The identity is bound to no account yet. */
  readonly ticket?: string;
}

/** Back from the identity platform (统一身份): signed in, or bound to an account once by the administrator's code. */
export function Identity() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [begun, setBegun] = useState<Session>();
  const enter = (session: Session): void => {
    // A second factor may still be missing.
    if (session.stage !== 'open') return setBegun(session);
    client.setQueryData(['session'], session);
    void navigate(`/${session.home}`, { replace: true });
  };
  const came = useQuery({
    queryKey: ['identity', location.search],
    queryFn: async () => {
      const answer = await get<Came>(`/session/oidc/return${location.search}`);
      if (answer.session) enter(answer.session);
      return answer;
    },
    // What the platform sent is good for once.
    retry: false,
    staleTime: Infinity,
  });
  return (
    <main className="sign-in">
      <PageTitle name="统一身份登录" />
      <Loaded of={came}>
        {({ ticket }) => {
          if (begun) return <SignIn org={begun.home} begun={begun} onOpen={enter} />;
          return ticket === undefined ? null : <Bind ticket={ticket} onOpen={enter} />;
        }}
      </Loaded>
      {came.isError ? (
        <p>
          <a href="/console">回到登录页，重新登录</a>
        </p>
      ) : null}
    </main>
  );
}

function Bind({ ticket, onOpen }: { readonly ticket: string; readonly onOpen: (session: Session) => void }) {
  const id = useId();
  const [account, setAccount] = useState('');
  const [code, setCode] = useState('');
  const { error, busy, submit } = useForm(async () =>
    onOpen(
      await call<Session>('POST', '/session/oidc/bind', { body: { ticket, account, code: code.trim() } }),
    ),
  );
  return (
    <form className="form" onSubmit={submit}>
      <p>第一次用统一身份登录，要把它绑到您的账号上，以后不用再填。</p>
      <RefusalBox error={error} />
      <div className="field">
        <label className="label" htmlFor={`${id}-account`}>
          账号
        </label>
        <Input
          id={`${id}-account`}
          value={account}
          onChange={({ target }) => setAccount(target.value)}
          autoComplete="username"
          autoFocus
          required
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-code`}>
          绑定口令
        </label>
        <Input
          id={`${id}-code`}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          autoComplete="one-time-code"
          required
        />
        <p className="help">向系统管理员要，24小时内有效。</p>
      </div>
      <Button type="primary" htmlType="submit" loading={busy} block>
        绑定并登录
      </Button>
    </form>
  );
}
