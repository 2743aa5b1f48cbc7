import { useQuery } from '@tanstack/react-query';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useId, useState } from 'react';
import { call, get } from '../../api/client.ts';
import { useKinds, useOffice } from '../../api/queries.ts';
import type { Named } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle, RefusalBox } from '../../look/signs.tsx';
import { timeText } from '../../look/words.ts';
import { useForm } from '../me/small-form.tsx';

interface Webhook {
  readonly id: string;
  readonly label: string;
  readonly address: string;
  readonly kinds: readonly string[] | null;
  readonly paused: Named | null;
  readonly notice: string | null;
  readonly waiting: number;
}

interface Delivery {
  readonly id: string;
  readonly entry: number | null;
  readonly queuedAt: string;
  readonly outcome: Named;
  readonly attempts: number;
  readonly trouble: Named | null;
  readonly status: number | null;
}

/** 回调: other systems that are told of each entry, as the system administrator registers them. */
export function Webhooks() {
  const { code } = useOffice();
  const [secret, setSecret] = useState<string>();
  const list = useQuery({
    queryKey: [code, 'webhooks'],
    queryFn: async () => (await get<{ webhooks: Webhook[] }>(`/${code}/webhooks`)).webhooks,
    staleTime: 0,
  });
  return (
    <>
      <div className="head">
        <PageTitle name="通知别的系统" />
      </div>
      <p className="quiet">
        账本每添一条，就向登记的网址发一个签名的请求：只有编号、代码和日期，没有任何人填写的内容。
      </p>
      {secret === undefined ? null : (
        <div className="notice" role="status">
          <p>签名密钥只显示这一次，请交给对方：</p>
          <p>
            <code className="whole">{secret}</code>
          </p>
          <button type="button" className="plain" onClick={() => setSecret(undefined)}>
            交好了
          </button>
        </div>
      )}
      <Loaded of={list}>
        {(all) =>
          all.length === 0 ? (
            <Empty>还没有登记。要让上级平台随时知道新办了什么，在下面登记它的网址。</Empty>
          ) : (
            all.map((webhook) => (
              <One
                key={webhook.id}
                webhook={webhook}
                onSecret={setSecret}
                onChanged={() => void list.refetch()}
              />
            ))
          )
        }
      </Loaded>
      <Register
        onMade={(made) => {
          setSecret(made);
          void list.refetch();
        }}
      />
    </>
  );
}

interface OneProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
  readonly onChanged: () => void;
}

function One({ webhook, onSecret, onChanged }: OneProps) {
  const { id, label, address, kinds: only, paused, notice, waiting } = webhook;
  const { code } = useOffice();
  const { message } = App.useApp();
  const kinds = useKinds().data?.kinds ?? [];
  const [error, setError] = useState<unknown>();
  const at = `/${code}/webhooks/${id}`;
  const act = async (method: string, path: string, done: string, body?: object): Promise<void> => {
    setError(undefined);
    try {
      const answer = await call<{ secret?: string } | undefined>(method, path, body ? { body } : {});
      if (answer?.secret) onSecret(answer.secret);
      void message.success(done);
      onChanged();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="block">
      <h2>
        {label} {paused ? <span className="flag">{paused.label}</span> : null}
      </h2>
      <p>{address}</p>
      <p className="quiet">
        {only === null
          ? '全部事项'
          : only.map((each) => kinds.find((kind) => kind.code === each)?.label ?? each).join('、')}
        ；待投递{waiting}次
      </p>
      {notice ? <p className="notice">{notice}</p> : null}
      <RefusalBox error={error} />
      <p className="under">
        <button
          type="button"
          className="plain"
          onClick={() => void act('POST', `${at}/test`, '已排上一次试投')}
        >
          试投一次
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => void act('PATCH', at, paused ? '已恢复' : '已停用', { paused: !paused })}
        >
          {paused ? '恢复' : '停用'}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            if (window.confirm('换签名密钥？一天之内新旧密钥都能用。'))
              void act('POST', `${at}/secret`, '已换密钥');
          }}
        >
          换密钥
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            if (window.confirm(`删除“${label}”？没有送完的也不再送。`)) void act('DELETE', at, '已删除');
          }}
        >
          删除
        </button>
      </p>
      <Deliveries webhook={webhook} />
    </section>
  );
}

function Deliveries({ webhook }: { readonly webhook: Webhook }) {
  const { code } = useOffice();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const at = `/${code}/webhooks/${webhook.id}/deliveries`;
  const list = useQuery({
    queryKey: [code, 'deliveries', webhook.id],
    queryFn: async () => (await get<{ deliveries: Delivery[] }>(at)).deliveries,
    enabled: open,
    staleTime: 0,
  });
  const again = async (id: string): Promise<void> => {
    try {
      await call('POST', `${at}/${id}/redelivery`);
      void message.success('已排上重投');
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '没有排上');
    }
    await list.refetch();
  };
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="quiet">投递记录（留30天）</summary>
      {open ? (
        <Loaded of={list}>
          {(all) =>
            all.length === 0 ? (
              <Empty>还没有投递。</Empty>
            ) : (
              <ul className="plainlist">
                {all.map(({ id, entry, queuedAt, outcome, attempts, trouble, status }) => (
                  <li key={id}>
                    {timeText(queuedAt)} {entry === null ? '试投' : `账本第${entry}条`}：{outcome.label}
                    <span className="quiet">
                      ，试了{attempts}次{trouble ? `，${trouble.label}` : ''}
                      {status === null ? '' : `（${status}）`}
                    </span>{' '}
                    <button type="button" className="plain" onClick={() => void again(id)}>
                      重投
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      ) : null}
    </details>
  );
}

function Register({ onMade }: { readonly onMade: (secret: string) => void }) {
  const id = useId();
  const { code } = useOffice();
  const kinds = useKinds().data?.kinds ?? [];
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [only, setOnly] = useState<readonly string[]>([]);
  const { error, busy, submit } = useForm(async () => {
    const body = { label, address, ...(only.length > 0 ? { kinds: only } : {}) };
    const { secret } = await call<{ secret: string }>('POST', `/${code}/webhooks`, { body });
    setLabel('');
    setAddress('');
    setOnly([]);
    onMade(secret);
  });
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>登记一个</h2>
      <form className="form" onSubmit={submit}>
        <RefusalBox error={error} />
        <div className="field">
          <label className="label" htmlFor={`${id}-label`}>
            给哪个系统
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
          <label className="label" htmlFor={`${id}-address`}>
            对方接收的网址
          </label>
          <Input
            id={`${id}-address`}
            value={address}
            inputMode="url"
            placeholder="https://"
            onChange={({ target }) => setAddress(target.value)}
            required
          />
          <p className="help">以https://开头；内网的地址要由维护人员在部署时放行。</p>
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}-kinds`}>
            只通知哪些事项<span className="optional">（选填，不选就是全部）</span>
          </label>
          <Select
            id={`${id}-kinds`}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...only]}
            onChange={(value: string[]) => setOnly(value)}
            options={kinds.map(({ code: value, label: name }) => ({ value, label: name }))}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={busy}>
          登记
        </Button>
      </form>
    </section>
  );
}
