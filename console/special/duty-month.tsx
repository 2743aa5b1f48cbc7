import Select from 'antd/es/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get } from '../api/client.ts';
import { useOffice } from '../api/queries.ts';
import type { DutyMonth, Person, RecordView } from '../api/shapes.ts';
import { Loaded, PageTitle } from '../look/signs.tsx';
import { shortDay, timeText, today } from '../look/words.ts';
import { daysOf, monthsAfter, monthText, thisMonth } from './month.ts';

const SHIFTS: Readonly<Record<string, string>> = { whole: '全天', day: '白班', night: '夜班' };

function people(value: unknown): readonly Person[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as Person[];
}

const said = (value: unknown): string =>
  people(value)
    .map(({ name, phone }) => (phone === undefined ? name : `${name} ${phone}`))
    .join('、');

/** What is missing on a day: nobody, or half of it. */
function gapOf(shifts: readonly RecordView[]): string {
  const kinds = shifts.map(({ values }) => String(values?.['shift'] ?? 'whole'));
  if (kinds.length === 0) return '没有排班';
  if (kinds.includes('whole')) return '';
  if (!kinds.includes('day')) return '白班没有排';
  return kinds.includes('night') ? '' : '夜班没有排';
}

/** The duty roster (值班表) of a month: who leads and who is on duty each day, what is missing, what was handed over. */
export function DutyMonthPage() {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? thisMonth();
  const read = useQuery({
    queryKey: [code, 'duty-month', month],
    queryFn: () => get<DutyMonth>(`/${code}/duty-months/${month}`),
  });
  const go = (to: string): void => setSearch({ month: to }, { replace: true });
  return (
    <>
      <div className="head">
        <PageTitle name={`${monthText(month)}值班表`} />
        <div className="does">
          <button type="button" className="plain" onClick={() => go(monthsAfter(month, -1))}>
            上个月
          </button>
          <button type="button" className="plain" onClick={() => go(monthsAfter(month, 1))}>
            下个月
          </button>
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <p className="quiet">
        <span className="printed" data-printed={`打印时间：${timeText(new Date().toISOString())}`} />
      </p>
      <Loaded of={read}>{({ shifts }) => <Month month={month} shifts={shifts} />}</Loaded>
    </>
  );
}

function Month({ month, shifts }: { readonly month: string; readonly shifts: readonly RecordView[] }) {
  const [level, setLevel] = useState('');
  const villages = [...new Set(shifts.flatMap(({ village }) => village ?? []))];
  const own = shifts.filter(({ village }) => (village ?? '') === level);
  const days = daysOf(month).map((day) => {
    const here = own.filter(({ values }) => values?.['dutyOn'] === day);
    return { day, here, gap: gapOf(here) };
  });
  const gaps = days.filter(({ gap }) => gap !== '');
  return (
    <>
      {villages.length === 0 ? null : (
        <div className="filters">
          <div className="field wide">
            <label htmlFor="level">哪一级</label>
            <Select
              id="level"
              style={{ width: '100%' }}
              value={level}
              onChange={setLevel}
              options={['', ...villages].map((each) => ({ value: each, label: each || '乡镇' }))}
            />
          </div>
        </div>
      )}
      <p className="under" role="status">
        {gaps.length === 0 ? '每天都排了班。' : `${gaps.length}天有空档：`}
        {gaps.map(({ day, gap }) => `${shortDay(day)}${gap}`).join('、')}
      </p>
      <section className="block" aria-label="逐日值班">
        <div className="wide-table by-day">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">班次</th>
                <th scope="col">带班领导</th>
                <th scope="col">值班人员</th>
                <th scope="col">交接班</th>
              </tr>
            </thead>
            <tbody>
              {days.flatMap(({ day, here, gap }) => [
                ...here.map((shift) => <ShiftRow key={shift.id} shift={shift} day={day} />),
                ...(gap === '' ? [] : [<GapRow key={day} day={day} gap={gap} />]),
              ])}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

/** What was handed over, and what was added to it; a shift that is over and says nothing is a gap too. */
function handedText({ values, state }: RecordView, day: string): string {
  const { note, added } = values ?? {};
  if (typeof note === 'string') return typeof added === 'string' ? `${note}补记：${added}` : note;
  return state.code === 'arranged' && day < today() ? '还没有交班' : '';
}

/** On a phone each row stands as a block of its own, with its headings beside what they name. */
function ShiftRow({ shift, day }: { readonly shift: RecordView; readonly day: string }) {
  const { code } = useOffice();
  const { values, personal } = shift;
  return (
    <tr className={day === today() ? 'changed' : undefined}>
      <td data-label="日期">
        <Link to={`/${code}/duty-roster/${shift.id}`}>{shortDay(day)}</Link>
      </td>
      <td data-label="班次">{SHIFTS[String(values?.['shift'] ?? 'whole')]}</td>
      <td data-label="带班领导">{said(personal['leader'])}</td>
      <td data-label="值班人员">{said(personal['staff'])}</td>
      <td data-label="交接班">{handedText(shift, day)}</td>
    </tr>
  );
}

function GapRow({ day, gap }: { readonly day: string; readonly gap: string }) {
  const { code } = useOffice();
  return (
    <tr>
      <td data-label="日期">{shortDay(day)}</td>
      <td colSpan={4}>
        <strong className="term-over">空档：{gap}</strong>{' '}
        <Link className="no-print" to={`/${code}/duty-roster/new/arrange?dutyOn=${day}`}>
          排班
        </Link>
      </td>
    </tr>
  );
}
