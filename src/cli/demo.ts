import type { Command } from 'commander';
import { createDemo, DEMO_NAME, DEMO_ORG, demoState } from '../demo/demo.ts';
import { Refusal } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import { using, withData, type DataOptions } from './open.ts';
import { printLine, progress, type Progress } from './output.ts';

async function fill(fadu: Fadu, stopped: AbortSignal): Promise<void> {
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
}

async function makeDemo(options: DataOptions): Promise<void> {
  await using(options, fill, true);
  printLine(`已建好${DEMO_NAME}(${DEMO_ORG}),样稿·数据虚构。`);
}

/** `fadu demo`: the demo township with a whole year of invented records. */
export function addDemo(program: Command): void {
  withData(program.command('demo')).description('建演示乡镇（样稿·数据虚构）').action(makeDemo);
}
