import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { today } from '../../look/words.ts';
import { DayInput } from './day-input.tsx';
import type { Values } from './values.ts';

/** How an act came in; the words of the kernel's SOURCES and EVIDENCE, told anew since no code of the server comes here. */
const SOURCES = [
  { value: 'on-site', label: '当场办理' },
  { value: 'late', label: '事后补录' },
  { value: 'platform', label: '平台导入' },
  { value: 'paper', label: '纸质转录' },
  { value: 'proxy', label: '代录' },
];
const EVIDENCE = [
  { value: 'record', label: '记录逐条' },
  { value: 'platform', label: '平台导出' },
  { value: 'paper', label: '纸质台账扫描' },
  { value: 'none', label: '未佐证' },
];

interface Props {
  readonly id: string;
  /** The kind has a field of its own for the day. */
  readonly hasDay: boolean;
  readonly values: Values;
  readonly onChange: (name: string, value: unknown) => void;
}

/** 发生日, 来源, 佐证: what every act may say of itself. Most acts need none of it, so it is folded away. */
export function Envelope({ id, hasDay, values, onChange }: Props) {
  const text = (name: string, label: string, help: string) => (
    <div className="field">
      <label className="label" htmlFor={`${id}${name}`}>
        {label}
        <span className="optional">（选填）</span>
      </label>
      <Input
        id={`${id}${name}`}
        value={String(values[name] ?? '')}
        onChange={({ target }) => onChange(name, target.value)}
        aria-describedby={`${id}${name}-help`}
      />
      <p className="help" id={`${id}${name}-help`}>
        {help}
      </p>
    </div>
  );
  const choice = (name: string, label: string, options: typeof SOURCES, usual: string) => (
    <div className="field">
      <label className="label" htmlFor={`${id}${name}`}>
        {label}
        <span className="optional">（选填）</span>
      </label>
      <Select
        id={`${id}${name}`}
        allowClear
        placeholder={usual}
        value={(values[name] as string | undefined) ?? null}
        onChange={(value) => onChange(name, value ?? undefined)}
        options={options}
      />
    </div>
  );
  return (
    <>
      {hasDay ? null : (
        <div className="field">
          <label className="label" htmlFor={`${id}:on`}>
            发生日
          </label>
          <DayInput
            id={`${id}:on`}
            value={(values[':on'] as string | undefined) ?? today()}
            onChange={(day) => onChange(':on', day)}
          />
          <p className="help">事情发生的那一天；以前发生的，照实补录。</p>
        </div>
      )}
      <details className="field" open={values[':source'] === 'proxy' || undefined}>
        <summary className="quiet">来源和佐证（当天办的一般不用填）</summary>
        {choice(':source', '来源', SOURCES, '当天的算当场办理，以前的算事后补录')}
        {values[':source'] === 'proxy' ? text(':behalf', '替谁录入', '写他的账号。') : null}
        {choice(':evidence', '佐证', EVIDENCE, '记录逐条')}
        {text(':unit', '责任单位', '与本机构不同时写。')}
        {text(':upperNumber', '上级平台的编号', '在上级平台办的，写那边的编号。')}
      </details>
    </>
  );
}

const NAMES = ['source', 'behalf', 'evidence', 'unit', 'upperNumber'] as const;

/** What the API takes of it, with the reasons for going on although a rule reminds. */
export function readEnvelope(values: Values): Values {
  const given = NAMES.flatMap((name) => {
    const value = values[`:${name}`];
    return value === undefined || value === '' || value === null ? [] : [[name, value]];
  });
  const reasons = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(':reason:') && typeof value === 'string' && value.trim() !== ''
      ? [[name.slice(':reason:'.length), value]]
      : [],
  );
  return {
    ...Object.fromEntries(given),
    ...(reasons.length === 0 ? {} : { reasons: Object.fromEntries(reasons) }),
  };
}
