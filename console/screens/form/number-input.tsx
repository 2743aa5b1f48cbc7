import Input from 'antd/es/input';
import { useState } from 'react';
import type { FieldView } from '../../api/shapes.ts';
import { readNumeric } from '../../look/numbers.ts';

interface Props {
  readonly field: FieldView;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly common: object;
}

function textOf({ type }: FieldView, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' && type === 'money') return String(value / 100);
  return String(value as string | number);
}

/**
 * A number or an amount of money, as it was typed: what is no number stays in its place and is said so when the form is
 * sent. Nothing is rounded or made into something else behind one's back.
 */
export function NumberInput({ field, value, onChange, common }: Props) {
  const [typed, setTyped] = useState(() => textOf(field, value));
  const meant = typed.trim() === '' ? undefined : (readNumeric(field, typed) ?? typed);
  // A draft, or a form that was begun anew, brings another value than the one that stands here.
  const shown = meant === (value ?? undefined) ? typed : textOf(field, value);
  return (
    <Input
      {...common}
      inputMode="decimal"
      style={{ maxWidth: 240 }}
      suffix={field.type === 'money' ? '元' : field.unit}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value.trim() === '' ? undefined : (readNumeric(field, target.value) ?? target.value));
      }}
    />
  );
}
