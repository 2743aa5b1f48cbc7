import { useState } from 'react';
import { Link } from 'react-router';
import { useOffice, useRecord, useSelf } from '../../api/queries.ts';
import type { FieldView, KindView, Person, RecordView } from '../../api/shapes.ts';
import { dayText, valueText } from '../../look/words.ts';
import { FileView } from './file-view.tsx';
import { Reveal } from './reveal.tsx';

interface Props {
  readonly kind: KindView;
  readonly record: RecordView;
}

/** What is known of the matter, field by field; personal values as far as this person may see them. */
export function Facts({ kind, record }: Props) {
  const self = useSelf().data;
  const [revealed, setRevealed] = useState<Readonly<Record<string, unknown>>>({});
  const { values = {} } = record;
  const personal: Readonly<Record<string, unknown>> = { ...record.personal, ...revealed };
  const given = kind.fields.filter(
    ({ name, personal: own }) => (own ? personal : values)[name] !== undefined,
  );
  const isMasked = ({ name, personal: own }: FieldView): boolean =>
    own && record.masked && !record.shown.includes(name) && revealed[name] === undefined;
  const masked = given.filter(isMasked);
  return (
    <section className="block" aria-labelledby="facts">
      <h2 id="facts">内容</h2>
      <dl className="facts">
        {given.map((field) => (
          <Fact
            key={field.name}
            field={field}
            record={record}
            value={(field.personal ? personal : values)[field.name]}
            open={!isMasked(field)}
          />
        ))}
        <dt>登记日</dt>
        <dd>{dayText(record.recordedOn)}</dd>
        <dt>来源</dt>
        <dd>
          {record.source.label}；佐证：{record.evidence.label}
        </dd>
        {record.upperNumber ? (
          <>
            <dt>上级平台</dt>
            <dd>
              {record.home} {record.upperNumber}
            </dd>
          </>
        ) : null}
      </dl>
      {masked.length > 0 && self && !self.readsOnly ? (
        <Reveal
          record={record}
          fields={masked}
          onRevealed={(values) => setRevealed({ ...revealed, ...values })}
        />
      ) : null}
    </section>
  );
}

interface FactProps {
  readonly field: FieldView;
  readonly record: RecordView;
  readonly value: unknown;
  /** The value itself, not its mask. */
  readonly open: boolean;
}

function Fact({ field, record, value, open }: FactProps) {
  return (
    <>
      <dt>{field.label}</dt>
      <dd>
        <Value field={field} record={record} value={value} open={open} />
      </dd>
    </>
  );
}

function Value({ field, record, value, open }: FactProps) {
  const { code } = useOffice();
  switch (field.type) {
    case 'link':
      return <LinkedTo org={code} kind={field.target ?? ''} id={String(value)} />;
    case 'person':
      return <People value={value as Person | readonly Person[]} />;
    case 'file':
      return (
        <FileView record={record} field={field} file={value as { name: string; size: number }} open={open} />
      );
    case 'list':
      return <List field={field} items={value as readonly Readonly<Record<string, unknown>>[]} />;
    default:
      return <>{valueText(field, value)}</>;
  }
}

function LinkedTo({ org, kind, id }: { readonly org: string; readonly kind: string; readonly id: string }) {
  const { data, isError } = useRecord(kind, id);
  if (isError) return <span className="quiet">一条您看不到的记录</span>;
  return <Link to={`/${org}/${kind}/${id}`}>{data?.title ?? '…'}</Link>;
}

function People({ value }: { readonly value: Person | readonly Person[] }) {
  const all = Array.isArray(value) ? (value as readonly Person[]) : [value as Person];
  return (
    <ul>
      {all.map(({ name, phone, idNumber, address }, place) => (
        // Two people of one name are told apart by their place.
        // eslint-disable-next-line react/no-array-index-key
        <li key={place}>
          {[name, phone, idNumber, address].filter((part) => part !== undefined).join('　')}
        </li>
      ))}
    </ul>
  );
}

function List({
  field,
  items,
}: {
  readonly field: FieldView;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}) {
  const columns = (field.items ?? []).filter(({ name }) => items.some((item) => item[name] !== undefined));
  return (
    // Wider than the page on a small screen: it must scroll by the keyboard too.
    <div className="wide-table" role="region" aria-label={field.label} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            // Items have no id; their order is what was entered.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {columns.map((column) => (
                <td key={column.name}>{valueText(column, item[column.name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
