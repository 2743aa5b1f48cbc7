import { useInfiniteQuery } from '@tanstack/react-query';
import Select from 'antd/es/select';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addressOf, get } from '../../api/client.ts';
import { useColleagues, useKinds, useOffice } from '../../api/queries.ts';
import type { Named } from '../../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../../look/signs.tsx';
import { shortDay, timeText } from '../../look/words.ts';
import { DayInput } from '../form/day-input.tsx';
import { withParameter } from '../list/address.ts';

interface Act {
  readonly seq: number;
  readonly recordedAt: string;
  readonly occurredOn: string;
  readonly account: string;
  readonly post: Named;
  readonly behalf?: string;
  readonly kind: Named;
  readonly step: Named;
  readonly record: string;
  /** Where the account had last signed in before. */
  readonly from?: { readonly address: string; readonly device: string };
}

const PAGE = 100;
const FILTERS = ['account', 'kind', 'from', 'to'] as const;

/** 操作记录: who did what when, for the audit administrator alone; out of the ledger itself, without what was typed. */
export function Acts() {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const asked = Object.fromEntries(FILTERS.map((name) => [name, search.get(name) ?? undefined]));
  const list = useInfiniteQuery({
    queryKey: [code, 'acts', asked],
    queryFn: ({ pageParam }) =>
      get<{ acts: Act[] }>(addressOf(`/${code}/acts`, { ...asked, size: PAGE, before: pageParam })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ acts }) => (acts.length === PAGE ? acts.at(-1)?.seq : undefined),
    staleTime: 0,
  });
  return (
    <>
      <div className="head">
        <PageTitle name="操作记录" />
        <div className="does">
          <a className="plain-link" href={`/api/v1${addressOf(`/${code}/acts.csv`, asked)}`} download>
            导出表格
          </a>
        </div>
      </div>
      <Filters
        search={search}
        onChange={(name, value) => setSearch(withParameter(search, name, value), { replace: true })}
      />
      <Loaded of={list}>
        {({ pages }) => {
          const acts = pages.flatMap((page) => page.acts);
          if (acts.length === 0) return <Empty>没有符合条件的操作。</Empty>;
          return (
            <>
              <Table acts={acts} />
              {list.hasNextPage ? (
                <button type="button" className="plain" onClick={() => void list.fetchNextPage()}>
                  再列出{PAGE}条
                </button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Filters({
  search,
  onChange,
}: {
  readonly search: URLSearchParams;
  readonly onChange: (name: string, value: string | undefined) => void;
}) {
  const id = useId();
  const { data: colleagues = [] } = useColleagues();
  const kinds = useKinds().data?.kinds ?? [];
  return (
    <div className="filters block">
      <div className="field">
        <label className="label" htmlFor={`${id}-account`}>
          账号
        </label>
        <Select
          id={`${id}-account`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部"
          value={search.get('account')}
          onChange={(value) => onChange('account', value ?? undefined)}
          options={colleagues.map(({ account, posts }) => ({
            value: account,
            label: `${account}（${posts.map(({ label }) => label).join('、')}）`,
          }))}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-kind`}>
          事项
        </label>
        <Select
          id={`${id}-kind`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部"
          value={search.get('kind')}
          onChange={(value) => onChange('kind', value ?? undefined)}
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
      {(['from', 'to'] as const).map((name) => (
        <div className="field" key={name}>
          <label className="label" htmlFor={`${id}-${name}`}>
            登记日{name === 'from' ? '起' : '止'}
          </label>
          <DayInput
            id={`${id}-${name}`}
            value={search.get(name) ?? undefined}
            onChange={(day) => onChange(name, day)}
          />
        </div>
      ))}
    </div>
  );
}

function Table({ acts }: { readonly acts: readonly Act[] }) {
  const { code } = useOffice();
  return (
    <div className="block wide-table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">账本第几条</th>
            <th scope="col">登记时间</th>
            <th scope="col">谁</th>
            <th scope="col">岗位</th>
            <th scope="col">事项</th>
            <th scope="col">办了什么</th>
            <th scope="col">发生日</th>
            <th scope="col">登录的地址和设备</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ seq, recordedAt, occurredOn, account, post, behalf, kind, step, record, from }) => (
            <tr key={seq}>
              <td className="number">{seq}</td>
              <td>{timeText(recordedAt)}</td>
              <td>
                {account}
                {behalf ? `（替${behalf}）` : ''}
              </td>
              <td>{post.label}</td>
              <td>
                <Link to={`/${code}/${kind.code}/${record}`}>{kind.label}</Link>
              </td>
              <td>{step.label}</td>
              <td>{shortDay(occurredOn)}</td>
              <td>{from ? `${from.address}，${from.device}` : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
