import type { Command } from 'commander';
import { createDemo, DEMO_NAME, DEMO_ORG, demoState } from '../demo/demo.ts';
import { ensureDemoPasswords } from '../demo/passwords.ts';
import { Refusal } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { using, withData, type DataOptions } from './open.ts';
import { printLine, progress, type Progress } from './output.ts';

/** Returns the password of the demo's accounts. */
async function fill(fadu: Fadu, stopped: AbortSignal): Promise<string> {
  const open = (await fadu.organisations()).some(({ code }) => code === DEMO_ORG);
  // A demo that was killed half-way is taken up where it stopped.
  if (open && (await demoState(fadu)) !== 'unfinished') {
    throw new Refusal('invalid-value', `机构${DEMO_ORG}已经开通，不再建演示乡镇。`, {
      next: '要重新建，请换一个空的数据文件夹。',
    });
  }
  let bar: Progress | undefined;
  try {
    await createDemo(fadu, (_done, total) => {
      stopped.throwIfAborted();
      (bar ??= progress('建演示乡镇', total)).advance();
    });
  } finally {
    bar?.stop();
  }
  return ensureDemoPasswords(fadu);
}

async function makeDemo(options: DataOptions): Promise<void> {
  const password = await using(options, fill, true);
  printLine(`已建好${DEMO_NAME}(${DEMO_ORG}),样稿·数据虚构。`);
  printLine(`演示账号（如 judicial 司法所、deputy 分管领导、window 窗口）的密码：${password}`);
}

/** `fadu demo`: the demo township with a whole year of invented records. */
export function addDemo(program: Command): void {
  withData(program.command('demo')).description('建演示乡镇（样稿·数据虚构）').action(makeDemo);
}
