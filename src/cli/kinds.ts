import type { Command } from 'commander';
import { REGISTER } from '../duties/index.ts';
import {
  basesOf,
  citationText,
  countTyped,
  firstStep,
  isPersonal,
  POSTS,
  type Field,
  type Kind,
} from '../kernel/index.ts';
import { printJson, printLine } from './output.ts';

/** What may be written in a field, in words. */
function shapeOf(field: Field): string {
  const choices =
    field.options &&
    `（${Object.entries(field.options)
      .map(([code, name]) => `${code} ${name}`)
      .join('、')}）`;
  const shapes: Readonly<Record<Field['type'], string>> = {
    text: '文字',
    'long-text': '长文字',
    day: '日期，如2024-03-05',
    time: '时间，如09:30',
    number: `整数，单位${field.unit ?? ''}`,
    money: '整数，单位分',
    'one-of': `选一个${choices ?? ''}`,
    'many-of': `可选几个${choices ?? ''}`,
    person: '人员：{"name":"姓名","phone":"电话"}，多人写成一组',
    place: '地点',
    file: '附件',
    link: `“${field.target ? REGISTER.kind(field.target).label : ''}”的记录编号`,
    list: '一组，每项分栏填写',
  };
  return shapes[field.type];
}

function describeField(name: string, field: Field, indent: string): string[] {
  const marks = [field.privacy === 'public' ? '可公开' : '', isPersonal(field) ? '个人信息，加密保存' : ''];
  const mark = marks.filter((each) => each !== '').join('；');
  const line = `${indent}${name}  ${field.label}：${shapeOf(field)}${mark ? `［${mark}］` : ''}`;
  const inner = Object.entries(field.items ?? {}).flatMap(([key, item]) =>
    describeField(key, item, `${indent}  `),
  );
  return [line, ...inner];
}

function describeKind(kind: Kind): string[] {
  const steps = Object.entries(kind.steps).flatMap(([name, step]) => {
    const from =
      step.from === 'start' ? '开头' : `在“${step.from.map((state) => kind.states[state]).join('”“')}”时`;
    const day = step.day ? `，发生日就是“${kind.fields[step.day]?.label}”` : '';
    return [
      `  ${name}  ${step.label}（${from}${day}）`,
      `    岗位：${step.by.map((post) => `${post} ${POSTS[post]}`).join('、')}`,
      `    依据：${basesOf(step).map(citationText).join('、')}`,
      ...((step.asks ?? []).length > 0 ? [`    必填：${(step.asks ?? []).join('、')}`] : []),
      ...((step.may ?? []).length > 0 ? [`    可填：${(step.may ?? []).join('、')}`] : []),
      ...(step.usual ? [`    可沿用：${Object.keys(step.usual).join('、')}`] : []),
    ];
  });
  const villages = {
    optional: '可写明所在村（village），不写即乡镇本级',
    required: '要写明所在村（village）',
  };
  return [
    `${kind.code}  ${kind.label}（第${kind.version}版）`,
    ...(kind.village ? [villages[kind.village]] : []),
    '环节：',
    ...steps,
    '栏目：',
    ...Object.entries(kind.fields).flatMap(([name, field]) => describeField(name, field, '  ')),
    ...(Object.keys(kind.figures ?? {}).length > 0 ? ['计入的指标：'] : []),
    ...Object.entries(kind.figures ?? {}).map(
      ([code, figure]) => `  ${code}  ${figure.label}：${figure.definition}`,
    ),
  ];
}

/** How much has to be typed and tapped where a matter of the kind begins, and what is there already (沿用). */
function typingOf(kind: Kind): object {
  const step = firstStep(kind);
  return { step, ...countTyped(kind, step) };
}

/** `fadu kinds`: the kinds of work, and of one all that a file for `fadu import` may say. */
export function addKinds(program: Command): void {
  program
    .command('kinds')
    .description('查看事项种类；写明代码时列出它的环节、栏目和指标')
    .argument('[代码]', '事项代码')
    .option('--json', '输出JSON')
    .action((code: string | undefined, options: { json?: boolean }) => {
      const kinds = code === undefined ? REGISTER.kinds : [REGISTER.kind(code)];
      if (options.json)
        return printJson(
          code === undefined
            ? kinds.map((kind) => {
                const { code: each, label, room } = kind;
                return { code: each, label, room, typing: typingOf(kind) };
              })
            : { ...kinds[0], typing: typingOf(kinds[0]!) },
        );
      if (code !== undefined) return describeKind(kinds[0]!).forEach(printLine);
      for (const kind of kinds) printLine(`${kind.code.padEnd(24)} ${kind.label}`);
    });
}
