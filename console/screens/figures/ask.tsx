import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useFigures, useKind, useOffice, useSelf } from '../../api/queries.ts';
import type { FigureValue } from '../../api/shapes.ts';
import { Waiting } from '../../look/signs.tsx';
import { timeText, today } from '../../look/words.ts';
import { mayTake } from '../ahead.ts';
import { Chip } from './chip.tsx';
import { Earlier } from './earlier.tsx';
import { answersTo, figureText, spanText, yearIn } from './figure-words.ts';

/** 报数: ask in words, get the number, how it is counted and as of when, and a text to copy. */
export function Ask({ year: shown }: { readonly year: number }) {
  const id = useId();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const year = yearIn(asked, Number(today().slice(0, 4))) ?? shown;
  const figures = useFigures(year);
  const answers = asked === '' ? [] : answersTo(asked, figures.data ?? []);
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>报数</h2>
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <Input
          aria-label="要报什么数"
          placeholder="要报什么数？例如：今年排查了多少矛盾纠纷"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button htmlType="submit">查数</Button>
      </form>
      <div role="status">
        {asked !== '' ? <p className="quiet">{year}年的数：</p> : null}
        {asked !== '' && figures.isPending ? <Waiting /> : null}
        {asked !== '' && figures.data && answers.length === 0 ? (
          <p className="empty">没有对得上的指标。换几个字再问，或在下面各方面里找。</p>
        ) : null}
        {answers.map((figure) => (
          <Answer key={figure.code} figure={figure} year={year} />
        ))}
      </div>
    </section>
  );
}

function Answer({ figure, year }: { readonly figure: FigureValue; readonly year: number }) {
  const { code } = useOffice();
  const self = useSelf().data;
  const [copied, setCopied] = useState(false);
  const given = useKind('figure-given');
  const give = given?.steps.find((step) => step.start && self && mayTake(step, self));
  const at = timeText(new Date().toISOString());
  const text = `${figure.name}：${figureText(figure)}（${spanText(figure)}；口径：${figure.definition}；${at}从法度取数）`;
  const query = new URLSearchParams({
    figure: figure.name,
    code: figure.code,
    text,
    number: figureText(figure),
  });
  return (
    <div className="answer">
      {given ? <Earlier figure={figure.name} code={figure.code} number={figureText(figure)} /> : null}
      <p>
        <strong>
          {figure.name}：<Chip figure={figure} year={year} />
        </strong>
      </p>
      <p className="quiet">
        {spanText(figure)}；{figure.records}条记录；{at}取数
      </p>
      <p className="quiet">口径：{figure.definition}</p>
      <p className="under">
        <button
          type="button"
          className="plain"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? '已复制' : '复制这句话'}
        </button>
        {give ? (
          <Link className="plain-link" to={`/${code}/figure-given/new/${give.name}?${query.toString()}`}>
            报出去了，记一笔
          </Link>
        ) : null}
      </p>
    </div>
  );
}
