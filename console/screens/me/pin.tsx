import App from 'antd/es/app';
import Button from 'antd/es/button';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { RefusalBox } from '../../look/signs.tsx';
import { SecretInput, Section, useForm } from './small-form.tsx';

/** A PIN for turns at a shared PC of the office. */
export function Pin() {
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const { error, busy, submit } = useForm(async () => {
    await call('PUT', '/pin', { body: { password, pin } });
    setPassword('');
    setPin('');
    void message.success('PIN已设好');
  });
  const remove = useForm(async () => {
    await call('DELETE', '/pin');
    void message.success('PIN已停用');
  });
  return (
    <Section title="共用电脑的PIN">
      <p className="quiet">几个人共用一台办公电脑时，用PIN就能换人，不必每次输密码。只在办公网内有用。</p>
      <form className="form" onSubmit={submit}>
        <RefusalBox error={error ?? remove.error} />
        <SecretInput label="新的PIN" value={pin} onChange={setPin} autoComplete="off" />
        <SecretInput
          label="本人的密码"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button htmlType="submit" loading={busy}>
          设置PIN
        </Button>{' '}
        <Button loading={remove.busy} onClick={remove.submit}>
          停用PIN
        </Button>
      </form>
    </Section>
  );
}
