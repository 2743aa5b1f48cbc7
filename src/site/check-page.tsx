import type { Refusal } from '../kernel/index.ts';
import type { Reviewed } from '../marking/review.tsx';
import { CHECK_PATH, LARGEST_UPLOAD_MB } from './check-path.ts';
import type { Page } from './visit.ts';

const TITLE = '核一核';

/** What stands in the form again when something was wrong with it. */
export interface FormState {
  readonly text?: string;
  readonly refusal?: Refusal;
}

/** `/check`: hand in a report, by paste or by file. */
export function checkPage(state: FormState = {}): Page {
  return {
    title: TITLE,
    main: (
      <>
        <h1>{TITLE}</h1>
        <p>
          把法治政府建设年度报告的文字粘贴在这里，或者交一个文件，程序会读出里面的每个数字，核对分项与合计、比率、增减、年份和前后说法，把对不上的地方标出来，写明算式。
        </p>
        <p>交来的内容只用于这一次检查，看完就没有了：不保存，不记录，不给别人看。请不要交涉密的内容。</p>
        <CheckForm state={state} />
      </>
    ),
  };
}

function CheckForm({ state: { text, refusal } }: { state: FormState }) {
  return (
    <form className="form" method="post" action={CHECK_PATH} encType="multipart/form-data">
      {refusal === undefined ? null : (
        <div className="error" id="error" role="alert">
          <p>{refusal.message}</p>
          {refusal.detail.next === undefined ? null : <p>{refusal.detail.next}</p>}
        </div>
      )}
      <label htmlFor="text">粘贴文字</label>
      <p className="help" id="text-help">
        最多10万字。
      </p>
      <textarea
        id="text"
        name="text"
        rows={10}
        aria-describedby={refusal === undefined ? 'text-help' : 'error text-help'}
        defaultValue={text}
      />
      <label htmlFor="file">或者选一个文件</label>
      <p className="help" id="file-help">
        Word（.docx）、带文字的 PDF、网页（.html）或文本（.txt、.md），不超过{LARGEST_UPLOAD_MB}{' '}
        MB。选了文件，就只检查文件。
      </p>
      <input
        id="file"
        name="file"
        type="file"
        accept=".docx,.pdf,.html,.htm,.md,.txt"
        aria-describedby={refusal === undefined ? 'file-help' : 'error file-help'}
      />
      <button type="submit">检查</button>
    </form>
  );
}

/** What the check found, once: the answer to a form is not kept anywhere. */
export function checkedPage(name: string | undefined, { characters, markup }: Reviewed): Page {
  return {
    title: '核一核的结果',
    broad: true,
    passing: true,
    main: (
      <>
        <h1>核一核的结果</h1>
        <p>
          检查了{name === undefined ? '粘贴的文字' : `文件“${name}”`}，共{characters}
          字。结果只在这一页上，需要留存请打印或另存。
        </p>
        <p className="screen">
          <a className="block" href={CHECK_PATH}>
            再核一份
          </a>
        </p>
        {/* Made by the marking room, which writes what was handed in as text. */}
        <div dangerouslySetInnerHTML={{ __html: markup }} />
      </>
    ),
  };
}
