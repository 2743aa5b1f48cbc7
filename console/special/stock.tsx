import Select from 'antd/es/select';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKind, useOffice, useSelf, useStock } from '../api/queries.ts';
import type { StepView, StockItemView, StockList, StockLotView, StorehouseView } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { stockWords } from '../look/stock-words.ts';
import { dayText, numberText, shortDay, today } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';
import { DayInput } from '../screens/form/day-input.tsx';

/** The kind whose records move stock. */
const MOVEMENT = 'stock-movement';

/** What is in which storehouse (应急物资库存): lots, what expires, what falls short, on any day; and the way to each movement. */
export function Stock() {
  const [search] = useSearchParams();
  const at = search.get('at') ?? undefined;
  const storehouse = search.get('storehouse') ?? undefined;
  const { code } = useOffice();
  const read = useStock(at);
  return (
    <>
      <div className="head">
        <PageTitle name="应急物资库存" />
        <div className="does">
          <Link className="plain-link" to={`/${code}/${MOVEMENT}/special/labels?${search.toString()}`}>
            二维码标签
          </Link>
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>
        {(list) => (
          <>
            <Choices list={list} />
            <Summary list={list} />
            <Awaiting list={list} />
            <Storehouses list={list} only={storehouse} lot={search.get('lot') ?? undefined} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** Which day, which storehouse; both stand in the address, so that a page can be handed on. */
function Choices({ list }: { readonly list: StockList }) {
  const [search, setSearch] = useSearchParams();
  const [day, storehouse] = [useId(), useId()];
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    next.delete('lot');
    next.delete('item');
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <div className="filters">
      <div className="field">
        <label htmlFor={day}>看哪一天</label>
        <DayInput
          id={day}
          value={list.at}
          onChange={(chosen) => set('at', chosen === undefined || chosen >= today() ? undefined : chosen)}
        />
      </div>
      <div className="field wide">
        <label htmlFor={storehouse}>库室</label>
        <Select
          id={storehouse}
          style={{ width: '100%' }}
          allowClear
          placeholder="全部"
          value={search.get('storehouse')}
          onChange={(chosen) => set('storehouse', chosen ?? undefined)}
          options={list.storehouses.map(({ record, title }) => ({ value: record, label: title }))}
        />
      </div>
    </div>
  );
}

function Summary({ list }: { readonly list: StockList }) {
  const words = stockWords(list.counts);
  return (
    <p className="under" role="status">
      {dayText(list.at)}的账面{list.at < today() ? '（最低储备按现在的标准）' : ''}：
      {words === '' ? '没有过期、不足和待核的。' : `${words}。`}
    </p>
  );
}

function Awaiting({ list }: { readonly list: StockList }) {
  const { code } = useOffice();
  const may = useMovements();
  if (list.awaiting.length === 0) return null;
  return (
    <section className="block" aria-labelledby="awaiting">
      <h2 id="awaiting">待核的出库</h2>
      <p className="quiet">突发事件处置中发出的比账面多。清点库室、查明原因，再逐笔核实。</p>
      <ul className="plainlist">
        {list.awaiting.map(({ record, kind, title, storehouse, lot, quantity, day }) => (
          <li key={`${record} ${storehouse}`}>
            <Link to={`/${code}/${kind}/${record}`}>{title}</Link>{' '}
            <span className="quiet">
              {list.storehouses.find((each) => each.record === storehouse)?.title}，{shortDay(day)}，批次{lot}
            </span>{' '}
            <strong className="term-soon">账外{numberText(quantity)}</strong>{' '}
            {may('verify') ? (
              <Link className="no-print" to={`/${code}/${kind}/${record}/do/verify`}>
                核实
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which movements one may enter. */
function useMovements(): (step: string) => StepView | undefined {
  const kind = useKind(MOVEMENT);
  const self = useSelf().data;
  return (name) => {
    const step = kind?.steps.find((each) => each.name === name);
    return step && self && mayTake(step, self) ? step : undefined;
  };
}

interface Shown {
  readonly list: StockList;
  readonly only: string | undefined;
  /** The lot of a label that somebody scanned. */
  readonly lot: string | undefined;
}

function Storehouses({ list, only, lot }: Shown) {
  const shown = list.storehouses.filter(({ record }) => only === undefined || record === only);
  if (shown.length === 0)
    return <Empty>这一天没有库室。先在“应急物资库”里启用库室，再登记入库，库存就在这里。</Empty>;
  return shown.map((storehouse) => (
    <Storehouse key={storehouse.record} storehouse={storehouse} at={list.at} lot={lot} />
  ));
}

function Storehouse({
  storehouse,
  at,
  lot,
}: {
  readonly storehouse: StorehouseView;
  readonly at: string;
  readonly lot: string | undefined;
}) {
  const { code } = useOffice();
  const may = useMovements();
  const { record, kind, title, village, closed, items } = storehouse;
  const now = at >= today();
  return (
    <section className="block" aria-labelledby={`store-${record}`}>
      <h2 id={`store-${record}`}>
        <Link to={`/${code}/${kind}/${record}`}>{title}</Link>{' '}
        <span className="quiet">
          {village ?? '乡级'}
          {closed ? '，已停用，还有结存' : ''}
        </span>{' '}
        {now && !closed && may('receive') ? (
          <Link className="plain-link no-print" to={`/${code}/${MOVEMENT}/new/receive?storehouse=${record}`}>
            入库
          </Link>
        ) : null}
      </h2>
      {items.length === 0 ? (
        <Empty>没有结存。</Empty>
      ) : (
        <div className="wide-table">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">物资</th>
                <th scope="col">批次</th>
                <th scope="col" className="number">
                  账面
                </th>
                <th scope="col">有效期至</th>
                <th scope="col">上次盘点</th>
                {now ? (
                  <th scope="col" className="no-print">
                    办理
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ItemRows key={item.record} storehouse={record} item={item} now={now} scanned={lot} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface RowsProps {
  readonly storehouse: string;
  readonly item: StockItemView;
  readonly now: boolean;
  readonly scanned: string | undefined;
}

/** An item with its lots; one that must be there and is not has a row all the same. */
function ItemRows({ storehouse, item, now, scanned }: RowsProps) {
  const { lots, title, unit, short, minimum, quantity } = item;
  const name = (
    <td rowSpan={Math.max(1, lots.length)}>
      {title}
      {lots.length > 1 ? <p className="quiet">{`共${numberText(quantity)}${unit}`}</p> : null}
      {short === undefined ? null : (
        <p className="term-over">{`低于最低储备${numberText(minimum ?? 0)}${unit}，差${numberText(short)}${unit}`}</p>
      )}
    </td>
  );
  if (lots.length === 0)
    return (
      <tr>
        {name}
        <td className="quiet">没有</td>
        <td className="number">0{unit}</td>
        <td />
        <td />
        {now ? <td className="no-print" /> : null}
      </tr>
    );
  return lots.map((lot, index) => (
    <tr key={lot.lot} className={lot.lot === scanned ? 'changed' : undefined}>
      {index === 0 ? name : null}
      <td>{lot.lot}</td>
      <td className="number">
        {numberText(lot.quantity)}
        {unit}
      </td>
      <td>
        <Expiry lot={lot} />
      </td>
      <td className="quiet">{lot.counted === null ? '没有盘过' : shortDay(lot.counted)}</td>
      {now ? (
        <td className="no-print">
          <Movements storehouse={storehouse} item={item.record} lot={lot.lot} />
        </td>
      ) : null}
    </tr>
  ));
}

function Expiry({ lot: { expires, mark } }: { readonly lot: StockLotView }) {
  if (expires === null) return <span className="quiet">不限</span>;
  if (mark === undefined) return <>{shortDay(expires)}</>;
  return (
    <>
      {shortDay(expires)}{' '}
      <strong className={mark === 'expired' ? 'term-over' : 'term-soon'}>
        {mark === 'expired' ? '已过期' : '快到期'}
      </strong>
    </>
  );
}

const OF_LOT = ['issue', 'return', 'transfer', 'writeOff', 'count'] as const;

/** The movement's form with everything in it that is known here: what is left to type is the quantity. */
function Movements(known: { readonly storehouse: string; readonly item: string; readonly lot: string }) {
  const { code } = useOffice();
  const may = useMovements();
  const query = new URLSearchParams(known).toString();
  const steps = OF_LOT.flatMap((name) => may(name) ?? []);
  return (
    <span className="in-row">
      {steps.map(({ name, label }) => (
        <Link key={name} to={`/${code}/${MOVEMENT}/new/${name}?${query}`}>
          {label}
        </Link>
      ))}
    </span>
  );
}
