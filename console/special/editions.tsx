import Select from 'antd/es/select';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useKind, useOffice } from '../api/queries.ts';
import type { KindView, RecordHead } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { dayText, valueText } from '../look/words.ts';
import { allOf } from './all-of.ts';

const text = ({ values }: RecordHead, field: string): string => String(values?.[field] ?? '');

/** Items that stand in the list on a day: from the day they are listed to before the day they are removed. */
function itemsOn(items: readonly RecordHead[], day: string): readonly RecordHead[] {
  return items.filter((item) => {
    const removedOn = text(item, 'removedOn');
    return text(item, 'listedOn') <= day && (removedOn === '' || removedOn > day);
  });
}

/** A list with editions: its kinds, what groups its items, and what an edition says of one. */
export interface ListWithEditions {
  readonly title: string;
  readonly items: string;
  readonly editions: string;
  /** The choice field that groups the items. */
  readonly group: string;
  /** The days and links that place an item in editions are not part of what is said of it. */
  readonly said: readonly string[];
}

export const POWER_LIST: ListWithEditions = {
  title: '权责清单版本对照',
  items: 'power-item',
  editions: 'power-list-edition',
  group: 'category',
  said: ['basis', 'source', 'sourceDocument', 'sourceUntil', 'office', 'responsibility', 'phone'],
};

export const DUTY_LIST: ListWithEditions = {
  title: '履职事项清单版本对照',
  items: 'duty-list-item',
  editions: 'duty-list-edition',
  group: 'list',
  said: ['basis', 'leader', 'part', 'taker', 'way', 'office'],
};

/** One item in two editions; one that was removed and listed anew under its name has changed. */
interface Pair {
  readonly name: string;
  readonly group: string;
  readonly before: RecordHead | undefined;
  readonly after: RecordHead | undefined;
}

function pairsOf(
  group: string,
  before: readonly RecordHead[],
  after: readonly RecordHead[],
): readonly Pair[] {
  const key = (item: RecordHead): string => `${text(item, group)} ${text(item, 'name')}`;
  const old = new Map(before.map((item) => [key(item), item]));
  const now = new Map(after.map((item) => [key(item), item]));
  return [...new Set([...old.keys(), ...now.keys()])].map((each) => {
    const item = (now.get(each) ?? old.get(each))!;
    return {
      name: text(item, 'name'),
      group: text(item, group),
      before: old.get(each),
      after: now.get(each),
    };
  });
}

type Change = 'added' | 'removed' | 'changed' | 'same';

/** An item that was amended between the two days (调整), or that says something else, has changed. */
function changeOf({ before, after }: Pair, said: readonly string[], [from, to]: Between): Change {
  if (!before) return 'added';
  if (!after) return 'removed';
  const amendedOn = text(after, 'amendedOn');
  const amended = amendedOn !== '' && amendedOn > from && amendedOn <= to;
  return amended || said.some((field) => text(before, field) !== text(after, field)) ? 'changed' : 'same';
}

/** From the day of one edition to that of the other. */
type Between = readonly [from: string, to: string];

/** Why an item came, changed or went, where the office has said so. */
function reasonOf(kind: KindView, { before, after }: Pair, change: Change): string {
  const said = (item: RecordHead | undefined, name: string): string => {
    const field = kind.fields.find((each) => each.name === name);
    const value = item?.values?.[name];
    return field && value !== undefined ? valueText(field, value) : '';
  };
  switch (change) {
    case 'added':
      return said(after, 'listedFor');
    case 'removed':
      return [said(before, 'removedFor') || said(before, 'withdrawnFor'), said(before, 'withdrawnBy')]
        .filter((each) => each !== '')
        .join('，');
    case 'changed':
      return said(after, 'amendedFor');
    case 'same':
      return '';
  }
}

const WORDS: Readonly<Record<Change, string>> = {
  added: '新增',
  removed: '移出',
  changed: '有改动',
  same: '',
};

/** A list's editions side by side (版本对照): what an edition took in, left out and changed, and why. */
export function Editions({ list }: { readonly list: ListWithEditions }) {
  const { code } = useOffice();
  const kind = useKind(list.items);
  const read = useQuery({
    queryKey: [code, list.items, 'editions'],
    queryFn: async () => {
      const [editions, items] = await Promise.all([allOf(code, list.editions), allOf(code, list.items)]);
      return {
        items,
        editions: editions.toSorted((a, b) => text(b, 'effectiveOn').localeCompare(text(a, 'effectiveOn'))),
      };
    },
  });
  return (
    <>
      <div className="head">
        <PageTitle name={list.title} />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>
        {({ editions, items }) => {
          if (!kind || editions.length === 0)
            return <Empty>还没有清单版本。先编制一版，再把事项列入。</Empty>;
          return <Compared list={list} kind={kind} editions={editions} items={items} />;
        }}
      </Loaded>
    </>
  );
}

interface Props {
  readonly list: ListWithEditions;
  readonly kind: KindView;
  readonly editions: readonly RecordHead[];
  readonly items: readonly RecordHead[];
}

function Compared({ list, kind, editions, items }: Props) {
  const [search, setSearch] = useSearchParams();
  const find = (name: string): RecordHead | undefined => editions.find(({ id }) => id === search.get(name));
  const after = find('after') ?? editions[0]!;
  const before = find('before') ?? editions[editions.indexOf(after) + 1];
  const only = search.get('only') === 'changes';
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const between: Between = [before ? text(before, 'effectiveOn') : '', text(after, 'effectiveOn')];
  const pairs = pairsOf(
    list.group,
    before ? itemsOn(items, text(before, 'effectiveOn')) : [],
    itemsOn(items, text(after, 'effectiveOn')),
  ).map((pair) => ({ ...pair, change: before ? changeOf(pair, list.said, between) : ('same' as const) }));
  const count = (change: Change): number => pairs.filter((pair) => pair.change === change).length;
  const groups = kind.fields.find(({ name }) => name === list.group)?.options ?? [];
  return (
    <>
      <div className="filters">
        <Edition label="前一版" editions={editions} value={before?.id} onChange={(id) => set('before', id)} />
        <Edition label="后一版" editions={editions} value={after.id} onChange={(id) => set('after', id)} />
        <button
          type="button"
          className="plain"
          aria-pressed={only}
          onClick={() => set('only', only ? undefined : 'changes')}
        >
          {only ? '全部列出' : '只列有变化的'}
        </button>
      </div>
      <p className="under" role="status">
        后一版共{pairs.filter((pair) => pair.after).length}项
        {before
          ? `；比前一版新增${count('added')}项、移出${count('removed')}项、有改动${count('changed')}项`
          : '；没有更早的版本可比'}
        。
      </p>
      {groups.map(({ code, label }) => {
        const here = pairs.filter((pair) => pair.group === code && (!only || pair.change !== 'same'));
        if (here.length === 0) return null;
        const [was, is] = [
          here.filter((pair) => pair.before).length,
          here.filter((pair) => pair.after).length,
        ];
        return (
          <section className="block" key={code} aria-labelledby={`category-${code}`}>
            <h2 id={`category-${code}`}>
              {label} <span className="quiet">{only ? '' : before ? `${was}项 → ${is}项` : `${is}项`}</span>
            </h2>
            <div className="wide-table">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">事项</th>
                    <th scope="col">变化和原因</th>
                    <th scope="col">前一版</th>
                    <th scope="col">后一版</th>
                  </tr>
                </thead>
                <tbody>
                  {here.map((pair) => (
                    <PairRow key={pair.name} list={list} kind={kind} pair={pair} />
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        );
      })}
      {only && count('same') === pairs.length ? <Empty>两版没有不同。</Empty> : null}
    </>
  );
}

function Edition({
  label,
  editions,
  value,
  onChange,
}: {
  readonly label: string;
  readonly editions: readonly RecordHead[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        placeholder="没有更早的版本"
        onChange={(chosen) => onChange(chosen ?? undefined)}
        options={editions.map((edition) => ({
          value: edition.id,
          label: `${edition.title}（${dayText(text(edition, 'effectiveOn'))}生效）`,
        }))}
      />
    </div>
  );
}

function PairRow({
  list,
  kind,
  pair,
}: {
  readonly list: ListWithEditions;
  readonly kind: KindView;
  readonly pair: Pair & { readonly change: Change };
}) {
  const { code } = useOffice();
  const { name, before, after, change } = pair;
  const item = (after ?? before)!;
  const reason = reasonOf(kind, pair, change);
  return (
    <tr className={change === 'same' ? undefined : 'changed'}>
      <td>
        <Link to={`/${code}/${list.items}/${item.id}`}>{name}</Link>
      </td>
      <td>
        {WORDS[change]}
        {reason === '' ? null : <p className="quiet">{reason}</p>}
      </td>
      <td>
        {before ? (
          <Said said={list.said} kind={kind} item={before} other={after} />
        ) : (
          <span className="quiet">没有</span>
        )}
      </td>
      <td>
        {after ? (
          change === 'added' ? (
            <ins>
              <Said said={list.said} kind={kind} item={after} other={undefined} />
            </ins>
          ) : (
            <Said said={list.said} kind={kind} item={after} other={before} />
          )
        ) : (
          <span className="quiet">已移出</span>
        )}
      </td>
    </tr>
  );
}

/** What an edition says of an item; what the other one says otherwise is underlined. */
function Said({
  said,
  kind,
  item,
  other,
}: {
  readonly said: readonly string[];
  readonly kind: KindView;
  readonly item: RecordHead;
  readonly other: RecordHead | undefined;
}) {
  const fields = said.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []);
  return (
    <ul>
      {fields
        .filter(({ name }) => text(item, name) !== '')
        .map((field) => {
          const words = `${field.label}：${valueText(field, item.values?.[field.name])}`;
          const differs = other !== undefined && text(other, field.name) !== text(item, field.name);
          return <li key={field.name}>{differs ? <ins>{words}</ins> : words}</li>;
        })}
    </ul>
  );
}
