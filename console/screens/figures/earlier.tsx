import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useGivenBefore, useOffice } from '../../api/queries.ts';
import { shortDay } from '../../look/words.ts';

interface Question {
  readonly figure: string;
  readonly code?: string;
  readonly number?: string;
}

const PAUSE_MS = 400;
const SHOWN = 5;

/** What somebody is typing, once he pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** What was told before in answer to the same question, and to whom: what differs is seen first, before a number is given. */
export function Earlier({ figure, code = '', number = '' }: Question) {
  const { code: org } = useOffice();
  const question = { figure: usePaused(figure), code: usePaused(code), number: usePaused(number) };
  const before = useGivenBefore(question).data?.before;
  if (question.figure.trim() === '' || before === undefined) return null;
  if (before.length === 0) return <p className="quiet">这个数以前没有报过。</p>;
  const differs = before.some((each) => each.differs === true);
  return (
    <div className="notice" role="status">
      <p>{differs ? '以前报过不同的数，请先核对：' : '以前报过：'}</p>
      <ul>
        {before.slice(0, SHOWN).map((each) => (
          <li key={each.record}>
            <Link to={`/${org}/figure-given/${each.record}`}>
              {shortDay(each.on)}报给{each.recipient}：{each.figure}
              {each.number}
            </Link>
            {each.differs === undefined ? '' : each.differs ? '，与现在不同' : '，与现在相同'}
          </li>
        ))}
      </ul>
    </div>
  );
}
