import { dayAt, yearOf, type Field } from '../kernel/index.ts';
import {
  figuresOfRecord,
  findPublicRecord,
  publicRecordsById,
  type CountedIn,
  type PublicRecord,
} from '../records/reading.ts';
import { oneOrganisation } from '../store/connection.ts';
import { Facts } from './signs.tsx';
import { valueText } from './values.ts';
import { paths, type Page, type TownshipVisit } from './visit.ts';
import { reportYears } from './years.ts';

/** `/:org/records/:id`: the disclosed fields of one record. What is not public answers like what is missing. */
export async function recordPage(visit: TownshipVisit): Promise<Page | undefined> {
  const { parts, organisation, params } = visit;
  const org = organisation.code;
  const found = await parts.store.read(oneOrganisation(org), async (tx) => {
    const record = await findPublicRecord(tx, parts.register, org, params['id'] ?? '');
    if (!record) return undefined;
    const linked = await publicRecordsById(tx, parts.register, org, linksOf(record));
    return { record, linked, counted: await figuresOfRecord(tx, org, record) };
  });
  if (!found) return undefined;
  const { record, linked, counted } = found;
  const years = await reportYears(visit);
  return {
    title: record.title,
    crumbs: [],
    main: (
      <>
        <h1>{record.title}</h1>
        <p className="lead">
          {record.kind.label} · {record.kind.states[record.state]}
        </p>
        <Facts of={facts(org, record, linked)} />
        <Counted visit={visit} counted={counted} years={years} />
        <p className="note">本页只列这类事项依法公开的内容。</p>
      </>
    ),
  };
}

/** The disclosed fields but the one that is the page's heading. */
function fieldsOf({ kind, values }: PublicRecord): [Field, unknown][] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (name === kind.title) return [];
    const field = kind.fields[name];
    return field ? [[field, value] as [Field, unknown]] : [];
  });
}

function linksOf(record: PublicRecord): string[] {
  return fieldsOf(record).flatMap(([field, value]) =>
    field.type === 'link' && typeof value === 'string' ? [value] : [],
  );
}

function facts(
  org: string,
  record: PublicRecord,
  linked: ReadonlyMap<string, PublicRecord>,
): [string, React.ReactNode][] {
  return fieldsOf(record).flatMap(([field, value]): [string, React.ReactNode][] => {
    if (field.type === 'link') {
      const target = linked.get(String(value));
      return target
        ? [
            [
              field.label,
              <a key="link" href={paths.record(org, target.id)}>
                {target.title}
              </a>,
            ],
          ]
        : [];
    }
    const text = valueText(field, value);
    return text === undefined || text === '' ? [] : [[field.label, text]];
  });
}

interface CountedProps {
  readonly visit: TownshipVisit;
  readonly counted: readonly CountedIn[];
  readonly years: readonly number[];
}

/** The figures that this record adds to, each in the latest report that counts it. */
function Counted({ visit, counted, years }: CountedProps) {
  const { organisation, parts, now } = visit;
  const rows = counted.flatMap((each) => {
    const { figure, code } = parts.register.figure(each.figure);
    const year = years.find((year) => countsIn(each, year, figure.measure === 'flow' || 'on' in figure, now));
    return year === undefined ? [] : [{ code, label: figure.label, year }];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h2>计入的指标</h2>
      <ul className="links">
        {rows.map(({ code, label, year }) => (
          <li key={`${code} ${year}`}>
            <a href={paths.figure(organisation.code, year, code)}>
              {label}（{year}年度）
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A flow counts in the year of its day, a stock in each year on whose last day (or today) it stands. */
function countsIn({ starts, ends }: CountedIn, year: number, flow: boolean, now: Date): boolean {
  if (flow) return yearOf(starts) === year;
  const today = dayAt(now);
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  return starts <= last && (ends === null || ends > last);
}
