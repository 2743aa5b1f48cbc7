import DatePicker from 'antd/es/date-picker';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useCalendar } from '../../api/queries.ts';
import { today } from '../../look/words.ts';

interface Props {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** Ways in which people write a day. */
const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日'];
const DAY = 'YYYY-MM-DD';

/** A day, typed or picked; days off and make-up workdays (调休) are marked in the calendar. */
export function DayInput({ id, value, onChange, invalid = false, describedBy }: Props) {
  const [year, setYear] = useState(Number((value ?? today()).slice(0, 4)));
  const { data } = useCalendar(year);
  const special = new Map(data?.special.map(({ date, work }) => [date as string, work]));
  const chosen = value === undefined ? null : dayjs(value, DAY);
  return (
    <DatePicker
      id={id}
      value={chosen?.isValid() ? chosen : null}
      format={FORMATS}
      placeholder="如 2026-05-09"
      aria-invalid={invalid}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
      onChange={(day: Dayjs | null) => onChange(day?.isValid() ? day.format(DAY) : undefined)}
      // Enter takes the day; it does not send the form.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      onPanelChange={(day: Dayjs) => setYear(day.year())}
      cellRender={(current, { type, originNode }) => {
        if (type !== 'date') return originNode;
        const day = dayjs(current as Dayjs);
        const work = special.get(day.format(DAY));
        return (
          <div className="ant-picker-cell-inner">
            <span className="calendar-day">
              {day.date()}
              {work === undefined ? null : (
                <small className={work ? 'on' : 'off'}>{work ? '班' : '休'}</small>
              )}
            </span>
          </div>
        );
      }}
    />
  );
}
