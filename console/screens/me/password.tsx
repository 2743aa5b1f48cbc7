import App from 'antd/es/app';
import Button from 'antd/es/button';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import type { Session } from '../../api/shapes.ts';
import { RefusalBox } from '../../look/signs.tsx';
import { SecretInput, Section, useForm } from './small-form.tsx';

/** A new password of one's own; it ends all other sessions. */
export function Password() {
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
