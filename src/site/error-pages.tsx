import { document, Head, Stripe, Top } from './layout.tsx';
import type { Organisation } from './parts.ts';
import type { Preferences } from './preferences.ts';
import { paths } from './visit.ts';

/**
 * Answers that are no page. They say nothing of the address but whose pages it lies among, so that what is hidden and
 * what is missing look the same.
 */
const ERRORS = {
  404: {
    title: '没有找到这一页',
    say: '地址可能写错了，或者这里的内容没有公开。',
  },
  405: {
    title: '这里只能查看',
    say: '公开页面只供查看，不接收提交的内容。',
  },
  500: {
    title: '暂时打不开',
    say: '程序出了问题，已经记录下来。请过一会儿再试；一直打不开的，请告诉本单位办公室。',
  },
} as const;

export type ErrorStatus = keyof typeof ERRORS;

export function errorPage(
  status: ErrorStatus,
  preferences: Preferences,
  organisation?: Organisation,
): string {
  const { title, say } = ERRORS[status];
  return document(
    <html lang="zh-CN" data-size={preferences.size} data-contrast={preferences.contrast}>
      <Head title={title} index={false} />
      <body>
        {organisation?.demo ? <Stripe /> : null}
        {organisation ? <Top organisation={organisation} /> : null}
        <main className="wide">
          <h1>{title}</h1>
          <p>{say}</p>
          <p>
            <a className="block" href={organisation ? paths.home(organisation.code) : '/'}>
              回到首页
            </a>
          </p>
        </main>
      </body>
    </html>,
  );
}
