import Input from 'antd/es/input';
import type { Person } from '../../api/shapes.ts';

const PARTS: readonly { readonly key: keyof Person; readonly label: string; readonly mode?: 'tel' }[] = [
  { key: 'name', label: '姓名' },
  { key: 'phone', label: '电话', mode: 'tel' },
  { key: 'idNumber', label: '证件号' },
  { key: 'address', label: '住址' },
];

type Typed = Partial<Record<keyof Person, string>>;

interface OneProps {
  readonly id: string;
  readonly value: Typed;
  readonly onChange: (person: Typed) => void;
}

/** One person: the name, and what else is known. Names stand apart from the entry, encrypted. */
function One({ id, value, onChange }: OneProps) {
  return (
    <div className="pair">
      {PARTS.map(({ key, label, mode }) => (
        <div key={key}>
          <label className="quiet" htmlFor={key === 'name' ? id : `${id}-${key}`}>
            {label}
          </label>
          <Input
            id={key === 'name' ? id : `${id}-${key}`}
            value={value[key] ?? ''}
            autoComplete="off"
            {...(mode ? { inputMode: mode } : {})}
            onChange={({ target }) => onChange({ ...value, [key]: target.value })}
          />
        </div>
      ))}
    </div>
  );
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly several: boolean;
  readonly value: Typed | readonly Typed[] | undefined;
  readonly onChange: (value: Typed | readonly Typed[]) => void;
}

/** A person, or several. */
export function PersonInput({ id, label, several, value, onChange }: Props) {
  if (!several) return <One id={id} value={(value ?? {}) as Typed} onChange={onChange} />;
  const all =
    value === undefined || (value as readonly Typed[]).length === 0 ? [{}] : (value as readonly Typed[]);
  return (
    <>
      {all.map((person, place) => (
        // People have no id; their place in the list is theirs while it is being filled in.
        // eslint-disable-next-line react/no-array-index-key
        <div className="item" key={place}>
          <One
            id={place === 0 ? id : `${id}-${place}`}
            value={person}
            onChange={(changed) => onChange(all.map((each, at) => (at === place ? changed : each)))}
          />
          {all.length > 1 ? (
            <button
              type="button"
              className="plain"
              onClick={() => onChange(all.filter((_each, at) => at !== place))}
            >
              去掉第{place + 1}人
            </button>
          ) : null}
        </div>
      ))}
      <button type="button" className="plain" onClick={() => onChange([...all, {}])}>
        再加一人（{label}）
      </button>
    </>
  );
}
