import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client.ts';
import { listAddress, useKinds, useOffice, useSelf, type ListPage } from '../../api/queries.ts';
import type { KindView, RecordView } from '../../api/shapes.ts';
import { shortDay } from '../../look/words.ts';
import { mayTake } from '../ahead.ts';

/** Records that point here (联系), by the role that they give this one; and what may be begun from here. */
export function LinkedFrom({ kind, record }: { readonly kind: KindView; readonly record: RecordView }) {
  const { code } = useOffice();
  const self = useSelf().data;
  const kinds = useKinds().data?.kinds ?? [];
  const pointing = kinds.flatMap((other) =>
    other.fields
      .filter(({ type, target }) => type === 'link' && target === kind.code)
      .map((field) => ({ other, field })),
  );
  const lists = useQueries({
    queries: pointing.map(({ other, field }) => ({
      queryKey: [code, 'records', other.code, 'to', field.name, record.id],
      queryFn: () =>
        get<ListPage>(listAddress(code, other.code, { [`field.${field.name}`]: record.id, size: 50 })),
    })),
  });
  if (pointing.length === 0) return null;
  return (
    <section className="block" aria-labelledby="linked">
      <h2 id="linked">联系</h2>
      {pointing.map(({ other, field }, place) => {
        const records = lists[place]?.data?.records ?? [];
        const start =
          self &&
          other.steps.find(
            (step) => step.start && mayTake(step, self) && [...step.asks, ...step.may].includes(field.name),
          );
        return (
          <div key={`${other.code} ${field.name}`}>
            <h3>
              {other.label} <span className="quiet">{field.label}是这一件</span>
            </h3>
            <ul className="plainlist">
              {records.map(({ id, title, occurredOn, state }) => (
                <li key={id}>
                  <Link to={`/${code}/${other.code}/${id}`}>{title}</Link>　
                  <span className="quiet">
                    {shortDay(occurredOn)} {state.label}
                  </span>
                </li>
              ))}
            </ul>
            {records.length === 0 ? <p className="quiet">还没有。</p> : null}
            {start ? (
              <p className="no-print">
                <Link to={`/${code}/${other.code}/new/${start.name}?${field.name}=${record.id}`}>
                  {start.label}
                  {other.label}
                </Link>
              </p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
