import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useKinds, useOffice, useRecords, useWho, type ListQuery } from '../../api/queries.ts';
import type { KindView, RecordHead } from '../../api/shapes.ts';
import { useLook } from '../../look/look.tsx';
import { Empty, RefusalBox, Waiting } from '../../look/signs.tsx';
import { numberText, timeText } from '../../look/words.ts';
import { commonColumns, kindColumns, usualColumns, type Column } from './columns.ts';

interface Props {
  readonly kind?: KindView;
  readonly query: ListQuery;
  /** Keys of the columns; the usual ones without it. */
  readonly columns?: readonly string[];
  readonly onSort?: (sort: string, order: 'asc' | 'desc') => void;
  /** Ids of the chosen records, where records can be chosen. */
  readonly selection?: {
    readonly chosen: ReadonlySet<string>;
    readonly onChange: (chosen: ReadonlySet<string>) => void;
  };
  readonly empty?: ReactNode;
}

/** All columns that a list may show. */
export function useColumns(kind: KindView | undefined): readonly Column[] {
  const who = useWho();
  const { data } = useKinds();
  return useMemo(() => {
    const kindOf: Column = {
      key: 'kind',
      label: '事项',
      text: (record) => data?.kinds.find(({ code }) => code === record.kind)?.label ?? record.kind,
    };
    return kind ? [...commonColumns(who), ...kindColumns(kind)] : [kindOf, ...commonColumns(who)];
  }, [kind, who, data]);
}

/** Records in rows: only those in sight are drawn, further pages come while one scrolls. */
export function RecordTable({ kind, query, columns, onSort, selection, empty }: Props) {
  const list = useRecords(kind?.code, query);
  const all = useColumns(kind);
  const pages = list.data?.pages;
  const records = useMemo(() => (pages ?? []).flatMap((page) => page.records), [pages]);
  const shown = useMemo(() => {
    const keys = columns ?? usualColumns(kind);
    return keys.flatMap((key) => all.find((column) => column.key === key) ?? []);
  }, [all, columns, kind]);
  if (list.isError && !list.data)
    return (
      <RefusalBox error={list.error}>
        <button type="button" className="plain" onClick={() => void list.refetch()}>
          再试一次
        </button>
      </RefusalBox>
    );
  if (!list.data) return <Waiting />;
  const total = list.data.pages[0]?.total;
  if (records.length === 0) return <Empty>{empty ?? '没有符合条件的记录。'}</Empty>;
  return (
    <>
      <p className="under" role="status">
        <span>
          共{numberText(total?.count ?? records.length)}
          {total?.more ? '多' : ''}条
        </span>
        {list.isFetchingNextPage ? <span className="quiet">正在读取下面的…</span> : null}
        {list.isError ? (
          <button type="button" className="plain" onClick={() => void list.fetchNextPage()}>
            下面的没有读到，再试一次
          </button>
        ) : null}
        <span className="printed quiet" data-printed={`打印时间：${timeText(new Date().toISOString())}`} />
      </p>
      <Rows
        records={records}
        count={total?.count ?? records.length}
        columns={shown}
        sort={{
          by: firstOf(query['sort']) ?? 'occurredOn',
          order: firstOf(query['order']) === 'asc' ? 'asc' : 'desc',
        }}
        onEnd={() => {
          if (list.hasNextPage && !list.isFetchingNextPage && !list.isError) void list.fetchNextPage();
        }}
        {...(onSort ? { onSort } : {})}
        {...(selection ? { selection } : {})}
      />
    </>
  );
}

function firstOf(value: ListQuery[string]): string | undefined {
  return Array.isArray(value) ? (value as readonly string[])[0] : (value as string | undefined);
}

interface RowsProps {
  readonly records: readonly RecordHead[];
  readonly count: number;
  readonly columns: readonly Column[];
  readonly sort: { readonly by: string; readonly order: 'asc' | 'desc' };
  readonly onEnd: () => void;
  readonly onSort?: Props['onSort'];
  readonly selection?: Props['selection'];
}

const ROW = { compact: 36, comfortable: 44 } as const;
const LARGER = 12;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 30;

/** On a phone a record is a card: its name, and beneath it the other columns in one line. */
const CARD = 76;
const PHONE = '(max-width: 600px)';

function usePhone(): boolean {
  const [phone, setPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const look = (): void => setPhone(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return phone;
}

/** Whether the page is being printed: then every row that was read is drawn. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const [before, after] = [() => setPrinting(true), () => setPrinting(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function Rows({ records, count, columns, sort, onEnd, onSort, selection }: RowsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const toggle = useToggle(selection);
  const [look] = useLook();
  const printing = usePrinting();
  const phone = usePhone() && !printing;
  const row = phone ? CARD : look.size === 'large' ? ROW.comfortable : ROW[look.density];
  const height = look.size === 'large' ? row + LARGER : row;
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
  });
  useEffect(() => rows.measure(), [height, rows]);
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= records.length - AHEAD) onEnd();
  }, [last, records.length, onEnd]);
  const drawn = printing ? records.map((_record, index) => index) : seen.map(({ index }) => index);
  const across = (phone ? 1 : columns.length) + (selection ? 1 : 0);
  const above = printing ? 0 : (seen[0]?.start ?? 0);
  const below = printing ? 0 : rows.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <div
      className={phone ? 'rows cards' : 'rows'}
      ref={scroll}
      tabIndex={0}
      role="region"
      aria-label="记录列表"
    >
      <table aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {selection ? <ChooseAll records={records} {...selection} /> : null}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} {...(onSort ? { onSort } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={across} />
          {drawn.map((index) => (
            <Row
              key={records[index]!.id}
              record={records[index]!}
              index={index}
              columns={columns}
              card={phone ? height : undefined}
              chosen={selection?.chosen.has(records[index]!.id)}
              onToggle={toggle}
            />
          ))}
          <Gap height={below} columns={across} />
        </tbody>
      </table>
    </div>
  );
}

/** Chooses a record, or lets it go; the same function as long as the list stands, so that only its own row is drawn anew. */
function useToggle(selection: RowsProps['selection']): (id: string) => void {
  const now = useRef(selection);
  useEffect(() => {
    now.current = selection;
  }, [selection]);
  return useCallback((id) => {
    if (!now.current) return;
    const next = new Set(now.current.chosen);
    if (!next.delete(id)) next.add(id);
    now.current.onChange(next);
  }, []);
}

/** Stands for the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function Heading({
  column,
  sort,
  onSort,
}: {
  readonly column: Column;
  readonly sort: RowsProps['sort'];
  readonly onSort?: Props['onSort'];
}) {
  const { label, sort: by, number } = column;
  const className = number ? 'number' : undefined;
  if (by === undefined || !onSort)
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  const now = sort.by === by;
  const order = now && sort.order === 'desc' ? 'asc' : 'desc';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={now ? (sort.order === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" onClick={() => onSort(by, order)}>
        {label}
        {now ? (sort.order === 'asc' ? ' ▴' : ' ▾') : ''}
      </button>
    </th>
  );
}

function ChooseAll({
  records,
  chosen,
  onChange,
}: { readonly records: readonly RecordHead[] } & NonNullable<Props['selection']>) {
  const all = records.every(({ id }) => chosen.has(id));
  return (
    <th scope="col">
      <input
        type="checkbox"
        aria-label="全选已列出的"
        checked={all}
        onChange={() => onChange(new Set(all ? [] : records.map(({ id }) => id)))}
      />
    </th>
  );
}

interface RowProps {
  readonly record: RecordHead;
  readonly index: number;
  readonly columns: readonly Column[];
  /** Height of the card that the row is; absent where it is a row. */
  readonly card: number | undefined;
  /** Absent where nothing can be chosen. */
  readonly chosen: boolean | undefined;
  readonly onToggle: (id: string) => void;
}

/** A row is drawn once and again only when it changes: scrolling draws what comes into sight. */
const Row = memo(function Row({ record, index, columns, card, chosen, onToggle }: RowProps) {
  const { code } = useOffice();
  const { id, title } = record;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={chosen}
      style={card === undefined ? undefined : { height: card }}
    >
      {chosen === undefined ? null : (
        <td className="tick">
          <input type="checkbox" aria-label={`选中${title}`} checked={chosen} onChange={() => onToggle(id)} />
        </td>
      )}
      {card !== undefined ? <Card record={record} columns={columns} /> : null}
      {(card !== undefined ? [] : columns).map((column) => {
        const text = column.text(record);
        return (
          <td key={column.key} className={column.number ? 'number' : undefined}>
            <div title={text}>
              {column.key === 'title' ? <Link to={`/${code}/${record.kind}/${id}`}>{title}</Link> : text}
            </div>
          </td>
        );
      })}
    </tr>
  );
});

function Card({ record, columns }: Pick<RowProps, 'record' | 'columns'>) {
  const { code } = useOffice();
  const rest = columns.filter(({ key }) => key !== 'title').map(({ text }) => text(record));
  return (
    <td>
      <Link to={`/${code}/${record.kind}/${record.id}`}>{record.title}</Link>
      <p className="quiet">{rest.filter((text) => text !== '').join(' · ')}</p>
    </td>
  );
}
