import { useQuery } from '@tanstack/react-query';
import Select from 'antd/es/select';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { listAddress, useOffice, useRecord, type ListPage } from '../../api/queries.ts';
import type { FieldView } from '../../api/shapes.ts';
import { shortDay } from '../../look/words.ts';

interface Props {
  readonly id: string;
  readonly field: FieldView;
  readonly value: string | undefined;
  readonly onChange: (record: string | undefined) => void;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
}

const SHOWN = 20;

/** One record of another kind, found by the words in it. */
export function LinkInput({ id, field, value, onChange, invalid, describedBy }: Props) {
  const { code } = useOffice();
  const target = field.target ?? '';
  const [words, setWords] = useState('');
  const { data, isError } = useRecord(target, value);
  const found = useQuery({
    queryKey: [code, 'records', target, 'choose', words],
    queryFn: () => get<ListPage>(listAddress(code, target, { q: words, size: SHOWN })),
  });
  const listed = (found.data?.records ?? []).map(({ id: record, title, occurredOn }) => ({
    value: record,
    label: `${title}（${shortDay(occurredOn)}）`,
  }));
  // What was chosen for somebody who may not open it (另一级的物资品种) is chosen all the same.
  const hidden = value !== undefined && isError ? [{ value, label: '已选好' }] : [];
  const own =
    data && !listed.some((each) => each.value === data.id) ? [{ value: data.id, label: data.title }] : [];
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="输入名称里的字来找"
      loading={found.isFetching}
      value={value ?? null}
      onChange={(record) => onChange(record ?? undefined)}
      options={[...own, ...hidden, ...listed]}
      notFoundContent={found.isError ? '没有读到，请稍后再试' : '没有找到'}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}
