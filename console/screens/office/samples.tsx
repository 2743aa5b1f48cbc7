import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useId, useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { call, get, newId } from '../../api/client.ts';
import { useColleagues, useKinds, useOffice, useSelf } from '../../api/queries.ts';
import type { Named } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle, RefusalBox } from '../../look/signs.tsx';
import { numberText, shortDay, today } from '../../look/words.ts';

interface Sample {
  readonly record: string;
  readonly auditor: string;
  readonly drawnOn: string;
  readonly purpose?: string;
  readonly year: number;
  readonly seed: string;
  readonly ledgerSize: number;
  readonly population: number;
  readonly records: readonly {
    readonly id: string;
    readonly kind: Named;
    readonly title: string;
    readonly occurredOn: string;
    readonly state: Named;
  }[];
}

/** 审计抽样: records drawn at random, which alone an auditor may read; each draw stands in the ledger. */
export function Samples() {
  const { code } = useOffice();
  const list = useQuery({
    queryKey: [code, 'samples'],
    queryFn: async () => (await get<{ samples: Sample[] }>(`/${code}/samples`)).samples,
    staleTime: 0,
  });
  return (
    <>
      <div className="head">
        <PageTitle name="审计抽样" />
      </div>
      <p className="quiet">
        由系统按种子随机抽，抽了哪几件记入账本，谁用同样的种子重抽都是这几件。审计人员只看得到抽到的。
      </p>
      <Draw onDrawn={() => void list.refetch()} />
      <Loaded of={list}>
        {(samples) =>
          samples.length === 0 ? (
            <Empty>还没有抽过样。填好上面的年份和件数，抽第一次。</Empty>
          ) : (
            samples.map((sample) => <Drawn key={sample.record} sample={sample} />)
          )
        }
      </Loaded>
    </>
  );
}

function Draw({ onDrawn }: { readonly onDrawn: () => void }) {
  const id = useId();
  const { code } = useOffice();
  const kinds = useKinds().data?.kinds ?? [];
  const auditors = (useColleagues().data ?? []).filter(({ posts }) =>
    posts.some((post) => post.code === 'auditor'),
  );
  const isAuditor = useSelf().data?.posts.some((post) => post.code === 'auditor') ?? false;
  const key = useRef(newId());
  const [auditor, setAuditor] = useState<string>();
  const [kind, setKind] = useState<string>();
  const [year, setYear] = useState(today().slice(0, 4));
  const [size, setSize] = useState('10');
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const draw = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const named = { ...(auditor ? { auditor } : {}), ...(kind ? { kind } : {}) };
      const said = purpose.trim() === '' ? {} : { purpose: purpose.trim() };
      await call('POST', `/${code}/samples`, {
        body: { year: Number(year), size: Number(size), ...named, ...said },
        headers: { 'idempotency-key': key.current },
      });
      key.current = newId();
      onDrawn();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const text = (
    name: string,
    label: string,
    value: string,
    set: (value: string) => void,
    numeric: boolean,
  ) => (
    <div className="field">
      <label className="label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <Input
        id={`${id}-${name}`}
        value={value}
        {...(numeric ? { inputMode: 'numeric' as const, required: true } : { maxLength: 300 })}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
  return (
    <form className="form block" onSubmit={(event) => void draw(event)}>
      <RefusalBox error={error} />
      {isAuditor ? null : (
        <div className="field">
          <label className="label" htmlFor={`${id}-auditor`}>
            为谁抽
          </label>
          <Select
            id={`${id}-auditor`}
            value={auditor ?? null}
            onChange={(value) => setAuditor(value ?? undefined)}
            notFoundContent="今天没有在任的审计人员，先由系统管理员任命。"
            options={auditors.map(({ account }) => ({ value: account, label: account }))}
          />
        </div>
      )}
      {text('year', '哪一年发生的', year, setYear, true)}
      {text('size', '抽几件', size, setSize, true)}
      <div className="field">
        <label className="label" htmlFor={`${id}-kind`}>
          只抽一种事项<span className="optional">（选填）</span>
        </label>
        <Select
          id={`${id}-kind`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={kind ?? null}
          onChange={(value) => setKind(value ?? undefined)}
          options={kinds.map(({ code: value, label }) => ({ value, label }))}
        />
      </div>
      {text('purpose', '审计什么（选填）', purpose, setPurpose, false)}
      <Button type="primary" htmlType="submit" loading={busy}>
        抽样
      </Button>
    </form>
  );
}

function Drawn({ sample }: { readonly sample: Sample }) {
  const { code } = useOffice();
  const { auditor, drawnOn, purpose, year, seed, ledgerSize, population, records } = sample;
  return (
    <section className="block">
      <h2>
        {shortDay(drawnOn)}为{auditor}抽的{purpose ? `：${purpose}` : ''}
      </h2>
      <p className="quiet">
        {year}年的{numberText(population)}件里抽{numberText(records.length)}件；种子{seed}，账本前
        {numberText(ledgerSize)}条。
      </p>
      <ul className="plainlist">
        {records.map(({ id, kind, title, occurredOn, state }) => (
          <li key={id}>
            <Link to={`/${code}/${kind.code}/${id}`}>{title}</Link>{' '}
            <span className="quiet">
              {kind.label} · {state.label} · {shortDay(occurredOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
