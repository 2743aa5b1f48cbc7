import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import { useForgetWork, useKind, useOffice, useSelf } from '../api/queries.ts';
import type { KindView, Uploaded } from '../api/shapes.ts';
import { Empty, PageTitle, RefusalBox } from '../look/signs.tsx';
import { today } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';
import { DayInput } from '../screens/form/day-input.tsx';
import { FileInput } from '../screens/form/file-input.tsx';

/** What the server says of a roster. */
interface RosterDone {
  readonly checked: boolean;
  readonly people: number;
  readonly taken: number;
  readonly onRoll: number;
  readonly offRoll: readonly number[];
  readonly added: number;
  readonly scored: number;
  readonly unchanged: number;
  readonly ignored: readonly string[];
}

/** A learning platform's roster and results (导入平台名册、成绩): looked through first, then entered. */
export function RosterImport() {
  const kind = useKind('platform-result');
  const self = useSelf().data;
  const step = kind?.steps.find(({ name }) => name === 'expect');
  if (!kind || !step || !self) return null;
  return (
    <>
      <div className="head">
        <PageTitle name="导入平台名册、成绩" />
      </div>
      {mayTake(step, self) ? <Import kind={kind} /> : <Empty>由司法所导入。</Empty>}
    </>
  );
}

function Import({ kind }: { readonly kind: KindView }) {
  const id = useId();
  const { code } = useOffice();
  const forget = useForgetWork();
  const [platform, setPlatform] = useState('law-online');
  const [dueOn, setDueOn] = useState<string | undefined>(today());
  const [takenOn, setTakenOn] = useState<string>();
  const [table, setTable] = useState('');
  const [file, setFile] = useState<Uploaded>();
  const [seen, setSeen] = useState<RosterDone>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const options = kind.fields.find(({ name }) => name === 'platform')?.options ?? [];
  /** Whatever changes makes what was looked through another roster. */
  const changed = (): void => {
    setSeen(undefined);
    setError(undefined);
  };
  const send = async (check: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const what = file ? { file } : { table };
      const on = takenOn ? { takenOn } : {};
      setSeen(
        await call<RosterDone>('POST', `/${code}/exam-rosters`, {
          body: { platform, dueOn, check, ...what, ...on },
        }),
      );
      if (!check) void forget();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const ready = dueOn !== undefined && (file !== undefined || table.trim() !== '');
  return (
    <div className="form block">
      <p>
        从平台导出名册、成绩，上传或者粘贴到这里。栏名有“姓名”就行；“编号”“成绩”“参考日”可以没有，没有成绩的算应考未考。
      </p>
      <div className="field">
        <label className="label" htmlFor={`${id}-platform`}>
          平台
        </label>
        <Select
          id={`${id}-platform`}
          style={{ width: '100%' }}
          value={platform}
          onChange={(chosen) => {
            setPlatform(chosen);
            changed();
          }}
          options={options.map((option) => ({ value: option.code, label: option.label }))}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-due`}>
          应考截止日
        </label>
        <DayInput
          id={`${id}-due`}
          value={dueOn}
          describedBy={`${id}-due-help`}
          onChange={(day) => {
            setDueOn(day);
            changed();
          }}
        />
        <p className="help" id={`${id}-due-help`}>
          同一次考试的名册和成绩填同一天，才会对到一起。
        </p>
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-taken`}>
          参考日<span className="optional">（表格没有参考日一栏才填）</span>
        </label>
        <DayInput
          id={`${id}-taken`}
          value={takenOn}
          onChange={(day) => {
            setTakenOn(day);
            changed();
          }}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-file`}>
          平台导出的文件（.xlsx、.csv）<span className="optional">（会附在每条成绩上作佐证）</span>
        </label>
        <FileInput
          id={`${id}-file`}
          label="导出的文件"
          value={file}
          onChange={(uploaded) => {
            setFile(uploaded);
            changed();
          }}
        />
      </div>
      {file ? null : (
        <div className="field">
          <label className="label" htmlFor={`${id}-table`}>
            或者粘贴表格
          </label>
          <Input.TextArea
            id={`${id}-table`}
            rows={6}
            value={table}
            onChange={({ target }) => {
              setTable(target.value);
              changed();
            }}
          />
        </div>
      )}
      <RefusalBox error={error} />
      {seen ? <Seen done={seen} /> : null}
      <p className="under">
        {seen?.checked ? (
          <Button type="primary" loading={busy} onClick={() => void send(false)}>
            登记这{seen.added + seen.scored}人
          </Button>
        ) : (
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void send(true)}>
            先核对
          </Button>
        )}
      </p>
    </div>
  );
}

function Seen({ done }: { readonly done: RosterDone }) {
  const { code } = useOffice();
  const { checked, people, taken, onRoll, offRoll, added, scored, unchanged, ignored } = done;
  return (
    <div className={checked ? 'notice' : 'done-note'} role="status">
      <p>
        表里{people}人，有成绩{taken}人。参与率按全部名册算，分子、分母在指标里看。
      </p>
      <p>
        {checked ? '将新列入' : '新列入'}
        {added}人，{checked ? '将补上成绩' : '补上成绩'}
        {scored}人，已经登记过{unchanged}人。
      </p>
      <p>
        {onRoll}人和在岗人员名册对上了
        {offRoll.length > 0
          ? `；第${offRoll.slice(0, 20).join('、')}${offRoll.length > 20 ? '等' : ''}行对不上，姓名加密另存，照样计入`
          : ''}
        。
      </p>
      {ignored.length > 0 ? <p>没有取用的栏：{ignored.map((label) => `“${label}”`).join('、')}。</p> : null}
      {checked ? null : (
        <p>
          <Link to={`/${code}/platform-result`}>看平台学法成绩</Link>
        </p>
      )}
    </div>
  );
}
