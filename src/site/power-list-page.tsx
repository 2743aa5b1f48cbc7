import { dayAt, dayInChinese, isDay } from '../kernel/index.ts';
import type { PublicRecord } from '../records/reading.ts';
import { oneOrganisation } from '../store/connection.ts';
import { readPowerList, textOf, type Category, type Edition, type PowerList } from './power-list.ts';
import { Facts } from './signs.tsx';
import { valueText } from './values.ts';
import { paths, type Page, type TownshipVisit } from './visit.ts';

/** A dot that ends a line where the line breaks, and never begins one. */
const BETWEEN = '\u00a0· ';

/** `/:org/power-list`: the current edition of the list of powers and duties, or the one that `edition` names. */
export async function powerListPage(visit: TownshipVisit): Promise<Page | undefined> {
  const { parts, organisation, query, now } = visit;
  const org = organisation.code;
  const wanted = typeof query['edition'] === 'string' ? query['edition'] : undefined;
  const list = await parts.store.read(oneOrganisation(org), (tx) =>
    readPowerList(tx, parts.register, org, dayAt(now), wanted),
  );
  if (!list && wanted !== undefined) return undefined;
  return {
    title: '权责清单',
    column: 'power-list',
    crumbs: [],
    main: list ? <List org={org} list={list} /> : <Unpublished name={organisation.name} />,
  };
}

function Unpublished({ name }: { name: string }) {
  return (
    <>
      <h1>权责清单</h1>
      <p className="empty">
        权责清单还没有公布。清单写明{name}
        有哪些权力和责任、依据是什么、由谁承办；公布以后，现行版本会出现在这里。
      </p>
    </>
  );
}

function chineseDay(text: string): string {
  return isDay(text) ? dayInChinese(text) : '';
}

function List({ org, list }: { org: string; list: PowerList }) {
  const { edition, editions, total, categories, previous, since } = list;
  const current = edition.id === editions[0]?.id;
  return (
    <>
      <h1>{edition.name}</h1>
      <p className="lead">{current ? '现行版本' : '已有更新的版本，本页留存备查'}</p>
      <Facts
        of={[
          ['生效日', chineseDay(edition.effectiveOn)],
          ['公布日', chineseDay(edition.publishedOn)],
          ['公布位置', edition.address],
        ]}
      />
      <Counts total={total} categories={categories} />
      {previous ? <Changes org={org} list={list} previous={previous} /> : null}
      {since.added + since.removed > 0 ? (
        <p className="note">
          本版生效以后又列入{since.added}项、移出{since.removed}项，还没有编入新的版本。
        </p>
      ) : null}
      {categories.map((category) => (
        <Items key={category.code} org={org} category={category} />
      ))}
      {editions.length > 1 ? <Editions org={org} editions={editions} shown={edition} /> : null}
    </>
  );
}

function Counts({ total, categories }: { total: number; categories: readonly Category[] }) {
  return (
    <table className="narrow">
      <caption>各类事项数</caption>
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col" className="number">
            事项（项）
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ code, label, items }) => (
          <tr key={code}>
            <th scope="row">
              {items.length > 0 ? (
                <a className="block" href={`#${code}`}>
                  {label}
                </a>
              ) : (
                <span className="block">{label}</span>
              )}
            </th>
            <td className="number">{items.length}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td className="number">{total}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Items({ org, category: { code, label, items } }: { org: string; category: Category }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={code}>
      <h2 id={code}>
        {label}（{items.length}项）
      </h2>
      <ol className="items">
        {items.map((item) => (
          <li key={item.id}>
            <a className="block" href={paths.record(org, item.id)}>
              {item.title}
            </a>
            <p className="meta">
              {[textOf(item, 'basis'), sourceText(item), textOf(item, 'office')]
                .filter(Boolean)
                .join(BETWEEN)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Said only where the power is not the township's by statute. */
function sourceText({ kind, values }: PublicRecord): string {
  const field = kind.fields['source'];
  if (!field || values['source'] === 'direct') return '';
  return valueText(field, values['source']) ?? '';
}

function Changes({ org, list, previous }: { org: string; list: PowerList; previous: Edition }) {
  const { added, removed } = list;
  return (
    <>
      <h2>与上一版相比</h2>
      <p>
        上一版是
        <a href={paths.edition(org, previous.id)}>{previous.name}</a>（{chineseDay(previous.effectiveOn)}
        生效）。本版新增{added.length}项，移出{removed.length}项。
      </p>
      <Difference org={org} title="新增" items={added} />
      <Difference org={org} title="移出" items={removed} />
    </>
  );
}

function Difference({ org, title, items }: { org: string; title: string; items: readonly PublicRecord[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="items">
        {items.map((item) => (
          <li key={item.id}>
            <a className="block" href={paths.record(org, item.id)}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface EditionsProps {
  readonly org: string;
  readonly editions: readonly Edition[];
  readonly shown: Edition;
}

function Editions({ org, editions, shown }: EditionsProps) {
  return (
    <>
      <h2>历次版本</h2>
      <ul className="links">
        {editions.map((edition) => (
          <li key={edition.id}>
            <a
              href={paths.edition(org, edition.id)}
              aria-current={edition.id === shown.id ? 'page' : undefined}
            >
              {edition.name}（{chineseDay(edition.effectiveOn)}生效）
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
