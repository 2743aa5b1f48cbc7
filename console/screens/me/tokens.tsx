import { useQuery } from '@tanstack/react-query';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { call, get } from '../../api/client.ts';
import { Loaded, RefusalBox } from '../../look/signs.tsx';
import { shortDay, timeText } from '../../look/words.ts';
import { Section, useForm } from './small-form.tsx';

type Scope = 'read' | 'write' | 'calendar';

/** What a token may do, as a person says it; `calendar` is made by itself, for a phone. */
const SCOPES: Readonly<Record<Scope, string>> = {
  read: '查看记录、指标和报告',
  write: '登记和办理',
  calendar: '订阅期限日历',
};

interface Token {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

const YEAR_DAYS = 365;

/** 接口令牌 and 期限日历: what other programs of one's own sign in with; shown once, revoked here. */
export function Tokens() {
  const { message } = App.useApp();
  const [made, setMade] = useState<string>();
  const list = useQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await get<{ tokens: Token[] }>('/tokens')).tokens,
    staleTime: 0,
  });
  const make = async (label: string, scopes: readonly Scope[], days: number): Promise<void> => {
    const { token } = await call<{ token: string }>('POST', '/tokens', { body: { label, scopes, days } });
    setMade(scopes.includes('calendar') ? `${location.origin}/api/v1/calendar/${token}/due.ics` : token);
    await list.refetch();
  };
  const revoke = async ({ id, label }: Token): Promise<void> => {
    if (!window.confirm(`收回“${label}”？用它的程序随即不能再用。`)) return;
    try {
      await call('DELETE', `/tokens/${id}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '没有收回');
    }
    await list.refetch();
  };
  return (
    <Section title="期限日历和接口令牌">
      {made === undefined ? null : (
        <div className="notice" role="status">
          <p>只显示这一次，请现在复制到要用它的地方：</p>
          <p>
            <code className="whole">{made}</code>
          </p>
          <button type="button" className="plain" onClick={() => void navigator.clipboard.writeText(made)}>
            复制
          </button>{' '}
          <button type="button" className="plain" onClick={() => setMade(undefined)}>
            放好了
          </button>
        </div>
      )}
      <Loaded of={list}>
        {(tokens) => (
          <ul className="plainlist">
            {tokens.map((token) => (
              <li key={token.id}>
                {token.label}：{token.scopes.map((scope) => SCOPES[scope]).join('、')}{' '}
                <span className="quiet">
                  有效到{shortDay(token.expiresAt.slice(0, 10))}，
                  {token.usedAt ? `最近${timeText(token.usedAt)}用过` : '还没有用过'}
                </span>{' '}
                <button type="button" className="plain" onClick={() => void revoke(token)}>
                  收回
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Make onMake={make} />
    </Section>
  );
}

function Make({
  onMake,
}: {
  readonly onMake: (label: string, scopes: readonly Scope[], days: number) => Promise<void>;
}) {
  const id = useId();
  const [label, setLabel] = useState('');
  const [writes, setWrites] = useState(false);
  const [days, setDays] = useState('90');
  const token = useForm(async () => {
    await onMake(label, writes ? ['read', 'write'] : ['read'], Number(days));
    setLabel('');
  });
  const calendar = useForm(() => onMake('手机上的期限日历', ['calendar'], YEAR_DAYS));
  return (
    <>
      <p className="under">
        <Button loading={calendar.busy} onClick={calendar.submit}>
          发一个期限日历的订阅地址
        </Button>
        <span className="quiet">手机日历订阅后，期限到了会提醒；里面没有标题和姓名。</span>
      </p>
      <RefusalBox error={calendar.error ?? token.error} />
      <details>
        <summary className="quiet">给别的程序发接口令牌</summary>
        <form className="form" onSubmit={token.submit}>
          <div className="field">
            <label className="label" htmlFor={`${id}-label`}>
              给哪个程序用
            </label>
            <Input
              id={`${id}-label`}
              value={label}
              maxLength={60}
              onChange={({ target }) => setLabel(target.value)}
              required
            />
          </div>
          <div className="field">
            <label className="label" htmlFor={`${id}-days`}>
              有效几天
            </label>
            <Input
              id={`${id}-days`}
              value={days}
              inputMode="numeric"
              onChange={({ target }) => setDays(target.value)}
              required
            />
            <p className="help">最长{YEAR_DAYS}天。权限不超过您本人，要动态口令的事办不了。</p>
          </div>
          <div className="choices">
            <label>
              <input type="checkbox" checked={writes} onChange={() => setWrites(!writes)} />
              还可以登记和办理
            </label>
          </div>
          <Button htmlType="submit" loading={token.busy}>
            发令牌
          </Button>
        </form>
      </details>
    </>
  );
}
