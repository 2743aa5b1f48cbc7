import Input from 'antd/es/input';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import type { FieldView, Uploaded } from '../../api/shapes.ts';
import { DayInput } from './day-input.tsx';
import { FileInput } from './file-input.tsx';
import { LinkInput } from './link-input.tsx';
import { NumberInput } from './number-input.tsx';
import { PersonInput } from './person-input.tsx';

export interface FieldProps {
  readonly field: FieldView;
  /** Of the element that takes the focus. */
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly required: boolean;
  readonly error?: string | undefined;
  /** Whence the value is that nobody typed (沿用). */
  readonly usual?: string | undefined;
}

/** Up to so many choices all stand on the page. */
const ON_THE_PAGE = 6;

/** Fields that are several controls: they are named by a legend, not by a label. */
function isGroup({ type, options = [], several }: FieldView): boolean {
  if (type === 'one-of') return options.length <= ON_THE_PAGE;
  return type === 'many-of' || type === 'list' || type === 'person' || several === true;
}

/** A field of a form: its name, the control that its type asks for, help and error beneath. */
export function FieldInput(props: FieldProps) {
  const { field, id, required, error, usual } = props;
  const [help, wrong] = [`${id}-help`, `${id}-error`];
  const describedBy =
    [field.help ? help : '', error ? wrong : ''].filter((each) => each !== '').join(' ') || undefined;
  const name = (
    <>
      {field.label}
      {required ? null : <span className="optional">（选填）</span>}
      {usual === undefined ? null : <span className="optional">（沿用：{usual}）</span>}
    </>
  );
  const below = (
    <>
      {field.help ? (
        <p className="help" id={help}>
          {field.help}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={wrong}>
          {error}
        </p>
      ) : null}
    </>
  );
  const control = <Control {...props} describedBy={describedBy} />;
  if (isGroup(field))
    return (
      <fieldset className="field" aria-describedby={describedBy}>
        <legend className="label">{name}</legend>
        {control}
        {below}
      </fieldset>
    );
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {name}
      </label>
      {control}
      {below}
    </div>
  );
}

type ControlProps = FieldProps & { readonly describedBy: string | undefined };

function Control({ field, id, value, onChange, required, error, describedBy }: ControlProps): ReactNode {
  const invalid = error !== undefined;
  const common = {
    id,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    ...(required ? { 'aria-required': true } : {}),
    ...(invalid ? { status: 'error' as const } : {}),
  };
  switch (field.type) {
    case 'long-text':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'text':
    case 'place':
      return (
        <Input {...common} value={String(value ?? '')} onChange={({ target }) => onChange(target.value)} />
      );
    case 'time':
      return (
        <Input
          {...common}
          type="time"
          style={{ maxWidth: 160 }}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'number':
    case 'money':
      return <NumberInput {...{ field, value, onChange, common }} />;
    case 'day':
      return (
        <DayInput
          id={id}
          value={value as string | undefined}
          onChange={onChange}
          invalid={invalid}
          describedBy={describedBy}
        />
      );
    case 'one-of':
      return <OneOf {...{ field, id, value, onChange, required, common }} />;
    case 'many-of':
      return <ManyOf {...{ field, id, value, onChange }} />;
    case 'person':
      return (
        <PersonInput
          id={id}
          label={field.label}
          several={field.several === true}
          value={value as Parameters<typeof PersonInput>[0]['value']}
          onChange={onChange}
        />
      );
    case 'file':
      return (
        <FileInput
          id={id}
          label={field.label}
          media={field.media}
          value={value as Uploaded | undefined}
          onChange={onChange}
          describedBy={describedBy}
        />
      );
    case 'link':
      return (
        <LinkInput
          id={id}
          field={field}
          value={value as string | undefined}
          onChange={onChange}
          invalid={invalid}
          describedBy={describedBy}
        />
      );
    case 'list':
      return <Items {...{ field, id, value, onChange }} />;
  }
}

type ChoiceProps = Pick<FieldProps, 'field' | 'id' | 'value' | 'onChange'>;

function OneOf({
  field,
  id,
  value,
  onChange,
  required,
  common,
}: ChoiceProps & { readonly required: boolean; readonly common: object }) {
  const options = field.options ?? [];
  if (!isGroup(field))
    return (
      <Select
        {...common}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="请选择"
        value={(value as string | undefined) ?? null}
        onChange={(code) => onChange(code ?? undefined)}
        options={options.map(({ code, label }) => ({ value: code, label }))}
      />
    );
  return (
    <div className="choices">
      {options.map(({ code, label }, place) => (
        <label key={code}>
          <input
            type="radio"
            name={id}
            {...(place === 0 ? { id } : {})}
            checked={value === code}
            onChange={() => onChange(code)}
          />
          {label}
        </label>
      ))}
      {!required && value !== undefined ? (
        <button type="button" className="bare" onClick={() => onChange(undefined)}>
          不选
        </button>
      ) : null}
    </div>
  );
}

function ManyOf({ field, id, value, onChange }: ChoiceProps) {
  const chosen = new Set((value as string[] | undefined) ?? []);
  const toggle = (code: string): void => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    onChange(next.size === 0 ? undefined : [...next]);
  };
  return (
    <div className="choices">
      {(field.options ?? []).map(({ code, label }, place) => (
        <label key={code}>
          <input
            type="checkbox"
            {...(place === 0 ? { id } : {})}
            checked={chosen.has(code)}
            onChange={() => toggle(code)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

type Item = Readonly<Record<string, unknown>>;

/** A list of items, each with its own fields. */
function Items({ field, id, value, onChange }: ChoiceProps) {
  const all = ((value as readonly Item[] | undefined) ?? []) as readonly Item[];
  const shown = all.length === 0 ? [{}] : all;
  const change = (place: number, name: string, changed: unknown): void =>
    onChange(shown.map((item, at) => (at === place ? { ...item, [name]: changed } : item)));
  return (
    <>
      {shown.map((item, place) => (
        // Items have no id; their place is theirs while the list is being filled in.
        // eslint-disable-next-line react/no-array-index-key
        <div className="item" key={place}>
          {(field.items ?? []).map((each, at) => (
            <FieldInput
              key={each.name}
              field={each}
              id={place === 0 && at === 0 ? id : `${id}-${place}-${each.name}`}
              value={item[each.name]}
              onChange={(changed) => change(place, each.name, changed)}
              required={field.needs?.includes(each.name) ?? false}
            />
          ))}
          {shown.length > 1 ? (
            <button
              type="button"
              className="plain"
              onClick={() => onChange(shown.filter((_item, at) => at !== place))}
            >
              去掉第{place + 1}项
            </button>
          ) : null}
        </div>
      ))}
      <button type="button" className="plain" onClick={() => onChange([...shown, {}])}>
        再加一项
      </button>
    </>
  );
}
