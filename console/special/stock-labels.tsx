import { useSearchParams } from 'react-router';
import { renderSVG } from 'uqr';
import { useOffice, useStock } from '../api/queries.ts';
import type { StockList } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';

interface Label {
  readonly storehouse: string;
  readonly storehouseTitle: string;
  readonly item: string;
  readonly itemTitle: string;
  readonly lot: string;
  readonly unit: string;
  readonly expires: string | null;
}

function labelsOf({ storehouses }: StockList, only: string | null): readonly Label[] {
  return storehouses
    .filter(({ record }) => only === null || record === only)
    .flatMap(({ record: storehouse, title: storehouseTitle, items }) =>
      items.flatMap(({ record: item, title: itemTitle, unit, lots }) =>
        lots.map(({ lot, expires }) => ({
          storehouse,
          storehouseTitle,
          item,
          itemTitle,
          lot,
          unit,
          expires,
        })),
      ),
    );
}

/** Labels with a QR code (二维码标签) for shelves and boxes: scanned, each opens the stock at its lot. */
export function StockLabels() {
  const [search] = useSearchParams();
  const read = useStock(undefined);
  return (
    <>
      <div className="head">
        <PageTitle name="应急物资二维码标签" />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <p className="under no-print">
        贴在货架或箱子上。用手机扫开（先登录），就是这一批的库存和办理入口。标签上不写姓名和电话。
      </p>
      <Loaded of={read}>
        {(list) => {
          const labels = labelsOf(list, search.get('storehouse'));
          if (labels.length === 0) return <Empty>没有结存，不用贴标签。</Empty>;
          return (
            <ul className="qr-labels">
              {labels.map((label) => (
                <LabelCard key={`${label.storehouse} ${label.item} ${label.lot}`} label={label} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}

function LabelCard({ label }: { readonly label: Label }) {
  const { code } = useOffice();
  const { storehouse, storehouseTitle, item, itemTitle, lot, unit, expires } = label;
  const query = new URLSearchParams({ storehouse, item, lot });
  const address = `${window.location.origin}/console/${code}/stock-movement/special/stock?${query.toString()}`;
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSVG(address))}`;
  return (
    <li>
      <img src={picture} alt={`${itemTitle}批次${lot}的二维码`} width={112} height={112} />
      <div>
        <strong>{itemTitle}</strong>
        <p>
          批次：{lot}（单位：{unit}）
        </p>
        <p>有效期至：{expires ?? '不限'}</p>
        <p>{storehouseTitle}</p>
      </div>
    </li>
  );
}
