import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
// The one thing of the server's code that runs here: what is sealed in the browser opens with its other half at the county.
// It comes with the page of the account, never by itself: a request for it would tell that somebody writes.
import { fromBase64, toBase64 } from '../../../src/letters/bytes.ts';
import { excessOf, PART_NAMES, PARTS, type Letter, type Part } from '../../../src/letters/content.ts';
import { sealLetter } from '../../../src/letters/sealing.ts';
import { call, newId, Refused } from '../../api/client.ts';
import { useOffice } from '../../api/queries.ts';
import type { SelfView } from '../../api/shapes.ts';
import { RefusalBox } from '../../look/signs.tsx';
import { today } from '../../look/words.ts';
import { useForm } from './small-form.tsx';

/** What helps with some of the parts. */
const HELP: Readonly<Partial<Record<Part, string>>> = {
  when: '日期、大概时间，可以写几次',
  manner: '当面、电话、微信、批示、托人带话等',
  words: '记得的原话、在场的人、短信或文件在哪里',
  writer: '可以不写，不写就是匿名',
  contact: '电话、住址或者别的办法；不写，县里没法找您核实',
};
const LONG: readonly Part[] = ['matter', 'manner', 'words'];

type Written = Readonly<Partial<Record<Part, string>>>;

function letterOf(written: Written): Letter {
  const parts = PART_NAMES.flatMap((name) => (written[name]?.trim() ? [[name, written[name].trim()]] : []));
  return { number: newId().slice(0, 8), day: today(), ...Object.fromEntries(parts) };
}

/** Nothing is kept, so a browser that fails must not be told to load the page anew. */
const NOT_SEALED = new Refused({
  type: 'about:blank',
  title: '没有加密',
  status: 0,
  code: 'environment',
  detail: '这台电脑上的浏览器没能加密，没有送出。',
  next: '请先把内容抄下来，换一个新一点的浏览器；也可以直接找县里。',
});

function sealedOf({ key }: Props['to'], org: string, letter: Letter): Promise<Uint8Array> {
  return sealLetter(fromBase64(key) ?? new Uint8Array(), org, letter).catch(() => {
    throw NOT_SEALED;
  });
}

interface Props {
  readonly to: NonNullable<SelfView['letters']>;
  readonly onSent: () => void;
  readonly onLeave: () => void;
}

/** The form of a letter. What is typed is nowhere but in the page's memory: no draft, and nothing the browser fills in. */
export function LetterForm({ to, onSent, onLeave }: Props) {
  const { code } = useOffice();
  const [written, setWritten] = useState<Written>({});
  const excess = excessOf(letterOf(written));
  const { error, busy, submit } = useForm(async () => {
    const sealed = await sealedOf(to, code, letterOf(written));
    const body = { fingerprint: to.fingerprint, sealed: toBase64(sealed) };
    await call('POST', `/${code}/letters`, { body });
    setWritten({});
    onSent();
  });
  // Only a page that came encrypted, or from this machine, may encrypt: the server shall never see the text.
  if (globalThis.crypto?.subtle === undefined) return <Unencrypted office={to.office} />;
  return (
    <form className="form" onSubmit={submit} autoComplete="off">
      <div className="notice">
        <p>
          这封函封给{to.office}，公钥指纹：
          <br />
          <code className="whole">{to.fingerprint}</code>
        </p>
        <p>请先和{to.office}盖章的纸质通知核对指纹，不一样就不要送，直接告诉县里。</p>
        <p>不得写国家秘密、工作秘密。</p>
      </div>
      <RefusalBox error={error} />
      {PART_NAMES.map((name) => (
        <PartInput
          key={name}
          name={name}
          value={written[name] ?? ''}
          onChange={(value) => setWritten({ ...written, [name]: value })}
        />
      ))}
      {excess > 0 ? (
        <p className="error" role="status">
          写得太长，还要删去{excess}个字，或者分成两封写
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" loading={busy} disabled={excess > 0}>
        加密并送出
      </Button>{' '}
      <Button onClick={onLeave}>不写了</Button>
    </form>
  );
}

function PartInput({
  name,
  value,
  onChange,
}: {
  readonly name: Part;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const { label, required } = PARTS[name];
  const help = HELP[name];
  const common = {
    id,
    value,
    required,
    autoComplete: 'off',
    ...(help ? { 'aria-describedby': `${id}-help` } : {}),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {required ? null : <span className="optional">（可不填）</span>}
      </label>
      {LONG.includes(name) ? (
        <Input.TextArea {...common} autoSize={{ minRows: 3, maxRows: 14 }} />
      ) : (
        <Input {...common} />
      )}
      {help ? (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
    </div>
  );
}

function Unencrypted({ office }: { readonly office: string }) {
  return (
    <div className="notice" role="status">
      <p>
        这个页面不是加密打开的，浏览器不能在本机加密，所以不能在这里写。请用https开头的地址打开，或者直接找
        {office}。
      </p>
    </div>
  );
}
