import App from 'antd/es/app';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useKind, useKinds, useOffice, useSelf } from '../../api/queries.ts';
import type { KindView, SelfView } from '../../api/shapes.ts';
import { Dialog } from '../../look/dialog.tsx';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { today } from '../../look/words.ts';
import { specialPagesOf } from '../../special/register.ts';
import { mayTake } from '../ahead.ts';
import { listQueryOf } from './address.ts';
import { Bulk } from './bulk.tsx';
import { usualColumns } from './columns.ts';
import { ExportPersonal } from './export-personal.tsx';
import { exportList, saveFile } from './export.ts';
import { Filters } from './filters.tsx';
import { RecordTable, useColumns } from './record-table.tsx';
import { choicesOf } from './saved.ts';

/** The list of one kind of work (列表). */
export function List() {
  const { kind: code = '' } = useParams();
  const kinds = useKinds();
  const self = useSelf();
  const kind = useKind(code);
  return (
    <Loaded of={kinds}>
      {() =>
        kind ? (
          <Loaded of={self}>{(me) => <Listed key={kind.code} kind={kind} self={me} />}</Loaded>
        ) : (
          <Empty>没有这种事项。</Empty>
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly kind: KindView;
  readonly self: SelfView;
}

function Listed({ kind, self }: Props) {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const choices = choicesOf(code, self.account, kind.code);
  const [columns, setColumns] = useState(choices.columns() ?? usualColumns(kind));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const starts = kind.steps.filter((step) => step.start && mayTake(step, self));
  const later = kind.steps.filter((step) => !step.start && mayTake(step, self));
  const query = listQueryOf(search);
  const latest = useRef(setSearch);
  useEffect(() => {
    latest.current = setSearch;
  }, [setSearch]);
  const set = useCallback((next: URLSearchParams): void => latest.current(next, { replace: true }), []);
  return (
    <>
      <div className="head">
        <PageTitle name={kind.label} />
        <div className="does">
          {starts.map((step, place) => (
            <Link
              key={step.name}
              className={place === 0 ? 'plain-link main-link' : 'plain-link'}
              to={`/${code}/${kind.code}/new/${step.name}`}
            >
              {step.label}
            </Link>
          ))}
          {specialPagesOf(kind.code).map(({ page, label }) => (
            <Link key={page} className="plain-link" to={`/${code}/${kind.code}/special/${page}`}>
              {label}
            </Link>
          ))}
        </div>
      </div>
      <Filters kind={kind} search={search} onChange={set} />
      <div className="under no-print">
        <SavedFilters kind={kind} self={self} search={search} onChange={set} />
        <ChooseColumns
          kind={kind}
          columns={columns}
          onChange={(keys) => {
            setColumns(keys);
            choices.keepColumns(keys);
          }}
        />
        <Export kind={kind} columns={columns} search={search} />
        <ExportPersonal kind={kind} self={self} query={query} />
        <button type="button" className="plain" onClick={() => window.print()}>
          打印
        </button>
        {starts[0] ? (
          <Link className="plain-link" to={`/${code}/${kind.code}/paste/${starts[0].name}`}>
            从表格粘贴
          </Link>
        ) : null}
        {later.length > 0 ? (
          <button
            type="button"
            className="plain"
            aria-pressed={choosing}
            onClick={() => {
              setChoosing(!choosing);
              setChosen(new Set());
            }}
          >
            {choosing ? '不批量办了' : '批量办理'}
          </button>
        ) : null}
      </div>
      {choosing ? (
        <Bulk kind={kind} steps={later} chosen={chosen} onDone={() => setChosen(new Set())} />
      ) : null}
      <RecordTable
        kind={kind}
        query={query}
        columns={columns}
        onSort={(sort, order) => {
          const next = new URLSearchParams(search);
          next.set('sort', sort);
          next.set('order', order);
          set(next);
        }}
        {...(choosing ? { selection: { chosen, onChange: setChosen } } : {})}
        empty={
          <NothingHere kind={kind} filtered={[...search.keys()].length > 0} starts={starts.length > 0} />
        }
      />
    </>
  );
}

function NothingHere({
  kind,
  filtered,
  starts,
}: {
  readonly kind: KindView;
  readonly filtered: boolean;
  readonly starts: boolean;
}) {
  if (filtered) return <>没有符合条件的记录。可以清除条件，或换几个字再找。</>;
  if (kind.home)
    return (
      <>
        还没有{kind.label}。它在“{kind.home.platform}”里办，从那边导出后导入这里。
      </>
    );
  return (
    <>
      还没有{kind.label}。{starts ? '用右上角的按钮登记第一件。' : '由有权的岗位登记后，会列在这里。'}
    </>
  );
}

function SavedFilters({
  kind,
  self,
  search,
  onChange,
}: Props & { readonly search: URLSearchParams; readonly onChange: (search: URLSearchParams) => void }) {
  const { code } = useOffice();
  const choices = choicesOf(code, self.account, kind.code);
  const [filters, setFilters] = useState(choices.filters());
  const keep = (all: typeof filters): void => {
    setFilters(all);
    choices.keepFilters(all);
  };
  const now = search.toString();
  const known = filters.find((filter) => filter.search === now);
  return (
    <>
      {filters.length === 0 ? null : (
        <Select
          aria-label="常用条件"
          placeholder="常用条件"
          style={{ minWidth: 140 }}
          value={known?.search ?? null}
          onChange={(chosen) => onChange(new URLSearchParams(chosen ?? ''))}
          options={filters.map(({ name, search: value }) => ({ value, label: name }))}
        />
      )}
      {known ? (
        <button
          type="button"
          className="plain"
          onClick={() => keep(filters.filter((filter) => filter !== known))}
        >
          删掉常用条件“{known.name}”
        </button>
      ) : null}
      {now !== '' && !known ? (
        <button
          type="button"
          className="plain"
          onClick={() => {
            const name = window.prompt('给这组条件起个名字')?.trim();
            if (name) keep([...filters.filter((filter) => filter.name !== name), { name, search: now }]);
          }}
        >
          存为常用条件
        </button>
      ) : null}
    </>
  );
}

function ChooseColumns({
  kind,
  columns,
  onChange,
}: {
  readonly kind: KindView;
  readonly columns: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}) {
  const [open, setOpen] = useState(false);
  const all = useColumns(kind);
  const toggle = (key: string): void => {
    const next = columns.includes(key) ? columns.filter((each) => each !== key) : [...columns, key];
    // Columns stand in one order, whenever they were chosen.
    onChange(all.map((column) => column.key).filter((each) => next.includes(each)));
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        选列
      </button>
      {open ? (
        <Dialog title="列出哪几列" onClose={() => setOpen(false)}>
          <div className="choices">
            {all.map(({ key, label }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={columns.includes(key)}
                  disabled={key === 'title'}
                  onChange={() => toggle(key)}
                />
                {label}
              </label>
            ))}
          </div>
          <p className="under">
            <Button onClick={() => onChange(usualColumns(kind))}>恢复常用列</Button>
            <Button type="primary" onClick={() => setOpen(false)}>
              好了
            </Button>
          </p>
        </Dialog>
      ) : null}
    </>
  );
}

function Export({
  kind,
  columns,
  search,
}: {
  readonly kind: KindView;
  readonly columns: readonly string[];
  readonly search: URLSearchParams;
}) {
  const { code } = useOffice();
  const all = useColumns(kind);
  const [rows, setRows] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  const { message } = App.useApp();
  const run = async (): Promise<void> => {
    stop.current = new AbortController();
    setRows(0);
    try {
      const shown = columns.flatMap((key) => all.find((column) => column.key === key) ?? []);
      const file = await exportList(
        code,
        kind.code,
        listQueryOf(search),
        shown,
        setRows,
        stop.current.signal,
      );
      saveFile(file, `${kind.label}${today()}.csv`);
    } catch (error) {
      if (!(error instanceof DOMException))
        void message.error(`没有导出：${error instanceof Error ? error.message : '程序出了错'}`);
    } finally {
      setRows(undefined);
    }
  };
  if (rows === undefined)
    return (
      <button type="button" className="plain" onClick={() => void run()}>
        导出表格
      </button>
    );
  return (
    <span role="status">
      已读{rows}条{' '}
      <button type="button" className="plain" onClick={() => stop.current?.abort()}>
        取消导出
      </button>
    </span>
  );
}
