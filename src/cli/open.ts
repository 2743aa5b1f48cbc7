import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { openFadu, type Fadu, type Organisation } from '../main.ts';

/** Options of every command that works on a data folder. */
export interface DataOptions {
  readonly data: string;
}

export function withData(command: Command): Command {
  return command.option('--data <文件夹>', '数据文件夹', process.env['FADU_DATA'] ?? 'data');
}

/** Opens the data folder for one command and closes it whatever happens. */
export async function using<T>({ data }: DataOptions, work: (fadu: Fadu) => Promise<T>): Promise<T> {
  const fadu = await openFadu({ data });
  try {
    return await work(fadu);
  } finally {
    await fadu.close();
  }
}

/** The organisation asked for, or the only one there is. */
export async function chooseOrganisation(fadu: Fadu, code: string | undefined): Promise<Organisation> {
  const all = await fadu.organisations();
  const found = code === undefined ? all : all.filter((each) => each.code === code);
  const [only] = found;
  if (!only) {
    const sentence = code === undefined ? '这个数据文件夹里还没有机构。' : `没有代码为“${code}”的机构。`;
    throw new Refusal('unknown-organisation', sentence, {
      next: '可用“fadu demo”建演示乡镇,或“fadu found”开通机构。',
    });
  }
  if (found.length > 1) {
    throw new Refusal('unknown-organisation', '这里有多个机构,请用 --org 写明代码。', {
      next: found.map((each) => `${each.code} ${each.name}`).join('\n'),
    });
  }
  return only;
}

/** A year between 1949 and 2999, from text. */
export function readYear(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1949 || year > 2999) {
    throw new Refusal('bad-input', `年份“${text}”不对,应是四位数字,如2024。`);
  }
  return year;
}
