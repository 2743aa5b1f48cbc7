import { blocksOf, type Block, type Segment } from './segments.ts';
import { countsOf, readingOf, type MarkedText, type Note } from './notes.ts';

/** A checked text: what was found, then the text with every figure marked and each note beside its place. */
export function Marked({ marked, level = 2 }: { marked: MarkedText; level?: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      <section className="found" aria-labelledby="found">
        <Heading id="found">查出的问题</Heading>
        <Found marked={marked} />
      </section>
      <section aria-labelledby="checked">
        <Heading id="checked">原文</Heading>
        <p className="key screen">
          带点线的是读出的数字；带编号的有问题，说明在段落旁边或下面，移到编号上也能看到算式。
        </p>
        <div className="checked">
          {blocksOf(marked).map((block, index) => (
            <Row key={index} block={block} notes={marked.notes} />
          ))}
        </div>
      </section>
    </>
  );
}

function Found({ marked: { figures, notes } }: { marked: MarkedText }) {
  const read = `共读出${figures.length}个数字`;
  if (notes.length === 0)
    return (
      <p>
        {read}，没有发现不一致。
        {figures.length === 0 ? null : '这只说明数字之间对得上，不说明数字属实。'}
      </p>
    );
  return (
    <>
      <p>
        {read}，{countsOf(notes)}。
      </p>
      <ol className="findings">
        {notes.map((note, index) => (
          <li key={index}>
            <a href={`#spot-${index + 1}`}>
              <Label note={note} />
              {note.message}
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

function Label({ note: { grade, label } }: { note: Note }) {
  return <b className={`grade ${grade}`}>{label}</b>;
}

function Row({ block, notes }: { block: Block; notes: readonly Note[] }) {
  const text = (
    <p>
      {block.segments.map((segment, index) => (
        <Piece key={index} segment={segment} notes={notes} />
      ))}
    </p>
  );
  if (block.notes.length === 0) return <div className="row">{text}</div>;
  return (
    <div className="row">
      {text}
      <ul className="notes">
        {block.notes.map((number) => (
          <li key={number} id={`note-${number + 1}`} className={notes[number]?.grade}>
            <span className="no">{number + 1}</span> {notes[number] ? <Label note={notes[number]} /> : null}
            {notes[number]?.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A number stays on one line with its sign; a marked sentence can't. */
const LONGEST_WHOLE = 12;
const STRENGTH = { certain: 2, likely: 1, confirm: 0 } as const;

function Piece({ segment, notes }: { segment: Segment; notes: readonly Note[] }) {
  const { text, figure, opening } = segment;
  const number =
    figure === undefined ? (
      text
    ) : (
      <span className="count" title={readingOf(figure)}>
        {text}
      </span>
    );
  const covering = segment.notes.flatMap((note) => notes[note] ?? []);
  const [strongest] = covering.toSorted((a, b) => STRENGTH[b.grade] - STRENGTH[a.grade]);
  if (strongest === undefined) return number;
  const [first] = opening;
  if (first === undefined) return <span className={`hit ${strongest.grade}`}>{number}</span>;
  return (
    <span className="spot">
      {segment.first.map((note) => (
        <span key={note} id={`spot-${note + 1}`} />
      ))}
      <a
        className={`hit ${strongest.grade}${text.length <= LONGEST_WHOLE ? ' whole' : ''}`}
        href={`#note-${first + 1}`}
        aria-describedby={opening.map((note) => `note-${note + 1}`).join(' ')}
      >
        {number}
        <sup>{opening.map((note) => note + 1).join(',')}</sup>
      </a>
      <span className="tip" aria-hidden="true">
        {opening.map((note) => (
          <span key={note}>
            {note + 1} {notes[note]?.label}：{notes[note]?.message}
          </span>
        ))}
      </span>
    </span>
  );
}
