import { useEffect, useRef, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Refused, Unreached } from '../api/client.ts';
import type { DueItem } from '../api/shapes.ts';
import { shortDay } from './words.ts';

/** How urgent a term is; the word always says it too. */
const URGENCY: Readonly<Record<string, string>> = {
  overdue: 'over',
  today: 'soon',
  week: 'soon',
  later: 'calm',
  awaiting: 'calm',
  paused: 'calm',
  unsettled: 'calm',
};

function leftText({ when, left, awaits, pausedSince, unsettled }: DueItem): string {
  if (when === 'paused') return `${pausedSince ?? ''}起暂停`;
  if (when === 'unsettled') return unsettled ?? '须人工核定';
  if (when === 'awaiting') return `待${awaits?.year ?? ''}年放假通知`;
  if (when === 'today') return '今天到期';
  if (!left) return when === 'overdue' ? '已逾期' : '';
  const many = (count: number): string => (left.unit === '日' ? `${count} 天` : `${count} 个${left.unit}`);
  return left.count < 0 ? `已逾期 ${many(-left.count)}` : `还有 ${many(left.count)}`;
}

/** A deadline (期限): how long is left, until when, by which article; opens to the path of days. */
export function Deadline({ item, open = false }: { readonly item: DueItem; readonly open?: boolean }) {
  const { due, safeDue, article, path, when } = item;
  const line = (
    <>
      <strong className={`term-${URGENCY[when] ?? 'calm'}`}>{leftText(item)}</strong>
      {due ? <span>{shortDay(due)}</span> : null}
      <span className="quiet">{article}</span>
    </>
  );
  if (!path || path.length === 0) return <p className="term">{line}</p>;
  return (
    <details className="term" open={open}>
      <summary className="term">{line}</summary>
      {safeDue && safeDue !== due ? <p className="quiet">稳妥日：{shortDay(safeDue)}</p> : null}
      <ol className="path" aria-label="逐日计算">
        {path.map(({ date, counted, why }) => (
          <li key={date} className={counted ? 'counted' : 'passed'}>
            <span>{shortDay(date)}</span> <span>{counted ? '计入' : '不计'}</span>{' '}
            <span className="quiet">{why}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A refusal (拒绝): the sentence, the article, what to do next. It takes the focus, so that it is read out. */
export function RefusalBox({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    // The bar at the form's end must not lie over what to do next.
    box.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  if (!error) return null;
  const problem = error instanceof Refused ? error.problem : undefined;
  const sentence =
    problem?.detail ?? (error instanceof Unreached ? error.message : '程序出了错，刚才没有办成。');
  const next =
    problem?.next ??
    (error instanceof Unreached
      ? '填的内容都在，请检查网络后再试一次。'
      : problem
        ? undefined
        : '请刷新页面再试；填的内容都在。');
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box}>
      <p className="sentence">{sentence}</p>
      {problem?.article ? <p>依据：{problem.article.text}</p> : null}
      {next === undefined ? null : <p>{next}</p>}
      {children}
    </div>
  );
}

/** Shows what a query brings; before that a quiet line, and where it failed the reason with a way to try again. */
export function Loaded<T>({
  of: query,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <Waiting />;
  return (
    <RefusalBox error={query.error}>
      <button type="button" className="plain" onClick={() => void query.refetch()}>
        再试一次
      </button>
    </RefusalBox>
  );
}

export function Waiting({ children = '正在读取…' }: { readonly children?: ReactNode }) {
  return (
    <p className="waiting" role="status">
      {children}
    </p>
  );
}

/** An empty place says what belongs here and how it comes in. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** A state (状态) in a word. */
export function State({ label, voided = false }: { readonly label: string; readonly voided?: boolean }) {
  return voided ? <span className="state voided">已作废</span> : <span className="state">{label}</span>;
}

/** The heading of a page, and its title in the browser. */
export function PageTitle({ children, name }: { readonly children?: ReactNode; readonly name: string }) {
  useEffect(() => {
    document.title = `${name} · 法度工作台`;
  }, [name]);
  return <h1 tabIndex={-1}>{children ?? name}</h1>;
}
