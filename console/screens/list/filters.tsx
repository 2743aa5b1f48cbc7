import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { memo, useEffect, useId, useState } from 'react';
import { useVillages } from '../../api/queries.ts';
import type { FieldView, KindView } from '../../api/shapes.ts';
import { DayInput } from '../form/day-input.tsx';
import { withParameter } from './address.ts';

interface Props {
  readonly kind: KindView;
  readonly search: URLSearchParams;
  readonly onChange: (search: URLSearchParams) => void;
}

/** Conditions of a list; each stands in the address, so a list can be sent to a colleague. */
export const Filters = memo(function Filters({ kind, search, onChange }: Props) {
  const [more, setMore] = useState(() => [...search.keys()].some((key) => key.startsWith('field.')));
  // On a phone all but the words is folded away.
  const [shown, setShown] = useState(false);
  const villages = useVillages();
  const set = (name: string, value: string | readonly string[] | undefined): void =>
    onChange(withParameter(search, name, value));
  const own = kind.fields.filter(
    ({ personal, type }) => !personal && (type === 'one-of' || type === 'many-of'),
  );
  const days = kind.fields.filter(({ personal, type }) => !personal && type === 'day');
  return (
    <div className={shown ? 'filters shown' : 'filters'}>
      <Words value={search.get('q') ?? ''} onChange={(words) => set('q', words)} />
      <button
        type="button"
        className="plain phone-only"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? '收起条件' : '按条件找'}
      </button>
      <Choice
        label="状态"
        value={search.getAll('state')}
        options={kind.states.map(({ code, label }) => ({ value: code, label }))}
        onChange={(value) => set('state', value)}
      />
      {kind.village === undefined || villages.length === 0 ? null : (
        <Choice
          label="所在村"
          value={search.getAll('village')}
          options={villages.map((name) => ({ value: name, label: name }))}
          onChange={(value) => set('village', value)}
        />
      )}
      <DayFilter label="发生日从" value={search.get('from')} onChange={(value) => set('from', value)} />
      <DayFilter label="到" value={search.get('to')} onChange={(value) => set('to', value)} />
      {own.length + days.length === 0 ? null : (
        <button type="button" className="plain" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? '收起条件' : '更多条件'}
        </button>
      )}
      {more
        ? own.map((field) => <OwnChoice key={field.name} field={field} search={search} set={set} />)
        : null}
      {more
        ? days.map((field) => <OwnDays key={field.name} field={field} search={search} set={set} />)
        : null}
      {more ? (
        <Choice
          label="作废的"
          single
          value={search.getAll('voided')}
          options={[
            { value: 'with', label: '一并列出' },
            { value: 'only', label: '只列作废的' },
          ]}
          onChange={(value) => set('voided', value)}
        />
      ) : null}
      {[...search.keys()].some((key) => key !== 'sort' && key !== 'order') ? (
        <button type="button" className="plain" onClick={() => onChange(new URLSearchParams())}>
          清除条件
        </button>
      ) : null}
    </div>
  );
});

type Set = (name: string, value: string | readonly string[] | undefined) => void;

function OwnChoice({
  field,
  search,
  set,
}: {
  readonly field: FieldView;
  readonly search: URLSearchParams;
  readonly set: Set;
}) {
  const name = `field.${field.name}`;
  return (
    <Choice
      label={field.label}
      value={search.getAll(name)}
      options={(field.options ?? []).map(({ code, label }) => ({ value: code, label }))}
      onChange={(value) => set(name, value)}
    />
  );
}

function OwnDays({
  field,
  search,
  set,
}: {
  readonly field: FieldView;
  readonly search: URLSearchParams;
  readonly set: Set;
}) {
  const [from, to] = [`field.${field.name}.from`, `field.${field.name}.to`];
  return (
    <>
      <DayFilter label={`${field.label}从`} value={search.get(from)} onChange={(value) => set(from, value)} />
      <DayFilter label="到" value={search.get(to)} onChange={(value) => set(to, value)} />
    </>
  );
}

const PAUSE_MS = 400;

/** Searches when one pauses or presses Enter; what is being typed is never replaced under the fingers. */
function Words({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const id = useId();
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return undefined;
    const waiting = setTimeout(() => onChange(words), PAUSE_MS);
    return () => clearTimeout(waiting);
    // Only what is typed starts the pause anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [words]);
  return (
    <div className="field wide">
      <label htmlFor={id}>查找</label>
      <Input
        id={id}
        type="search"
        allowClear
        placeholder="标题和内容里的文字，几个词用空格隔开"
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onPressEnter={() => onChange(words)}
      />
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
  single = false,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: readonly string[]) => void;
  readonly single?: boolean;
}) {
  const id = useId();
  const common = {
    id,
    options: [...options],
    placeholder: '不限',
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    style: { width: '100%' },
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {single ? (
        <Select
          {...common}
          value={value[0] ?? null}
          onChange={(one?: string | null) => onChange(one ? [one] : [])}
        />
      ) : (
        <Select {...common} mode="multiple" maxTagCount="responsive" value={[...value]} onChange={onChange} />
      )}
    </div>
  );
}

function DayFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} value={value ?? undefined} onChange={onChange} />
    </div>
  );
}
