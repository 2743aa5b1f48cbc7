import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { getRule, getTerm, isRuleId, isTermId } from '../law/index.ts';
import type { Actor, Flaw } from '../ledger/index.ts';
import type { ActRequest, CorrectRequest, StartRequest } from '../records/ask.ts';
import { CORRECT, VOID } from '../records/projection.ts';
import type { Acted, Records } from '../records/records.ts';
import { readPost } from './account-words.ts';
import { assertReadable, openLines } from './lines.ts';
import { chooseOrganisation, using, withData, type DataOptions } from './open.ts';
import { printLine } from './output.ts';

interface ImportOptions extends DataOptions {
  readonly org?: string;
  readonly as: string;
  readonly post: string;
}

/**
 * One line of an import: a start when it names no version, else a further step; `$correct` and `$void` mend a record,
 * with a reason; `behalf` names the account for which it is entered (代录).
 */
type Line = Partial<StartRequest & ActRequest & CorrectRequest> &
  Pick<StartRequest, 'kind' | 'step' | 'occurredOn' | 'idempotencyKey'> & { readonly behalf?: string };

const NEEDED = ['kind', 'step', 'occurredOn', 'idempotencyKey'] as const;

/** What a line may say, and how JSON writes it. Anything else is a slip of the pen that must not pass unseen. */
const SHAPES: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'object'>> = {
  kind: 'string',
  step: 'string',
  occurredOn: 'string',
  idempotencyKey: 'string',
  record: 'string',
  expectedVersion: 'number',
  village: 'string',
  drill: 'boolean',
  precision: 'string',
  source: 'string',
  values: 'object',
  evidence: 'string',
  unit: 'string',
  home: 'string',
  upperNumber: 'string',
  reasons: 'object',
  reason: 'string',
  redatedTo: 'string',
  behalf: 'string',
};
const SHAPE_TEXT = {
  string: '文字',
  number: '数字',
  boolean: 'true或false',
  object: '一组“名称：内容”',
} as const;

function readLine(text: string): Line {
  assertReadable(text);
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new Refusal('bad-input', '不是一行完整的JSON。');
  }
  if (!isObject(line)) throw new Refusal('bad-input', '一行应是一件事：{…}。');
  // Exports write null where there is nothing.
  const given = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null));
  for (const [name, value] of Object.entries(given)) assertShape(name, value);
  const missing = NEEDED.find((name) => given[name] === undefined);
  if (missing) throw new Refusal('bad-input', `缺少“${missing}”。`, { field: missing });
  return given as unknown as Line;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function assertShape(name: string, value: unknown): void {
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  if (shape === undefined) {
    throw new Refusal('bad-input', `一行里没有“${name.slice(0, 40)}”这一项。`, {
      next: `可写的项：${Object.keys(SHAPES).join('、')}。`,
    });
  }
  const fits = shape === 'object' ? isObject(value) : typeof value === shape;
  if (!fits) throw new Refusal('bad-input', `“${name}”应是${SHAPE_TEXT[shape]}。`, { field: name });
}

async function actOn(records: Records, org: string, actor: Actor, line: Line): Promise<Acted> {
  const { record = '', expectedVersion, reason = '', redatedTo, behalf, village, drill, ...rest } = line;
  const common = { ...rest, org, actor: { ...actor, ...(behalf ? { behalf } : {}) } };
  if (expectedVersion === undefined) {
    const own = {
      ...(record ? { record } : {}),
      ...(village ? { village } : {}),
      ...(drill ? { drill } : {}),
    };
    return records.start({ ...common, ...own });
  }
  const further = { ...common, record, expectedVersion };
  const corrected = { ...(village ? { village } : {}), ...(redatedTo ? { redatedTo } : {}) };
  if (line.step === CORRECT) return records.correct({ ...further, ...corrected, reason });
  if (line.step === VOID) return records.void({ ...further, reason });
  return records.act(further);
}

/**
 * Writes act after act and acknowledges each with a line of JSON: what was acknowledged is in the ledger, whatever
 * happens next. Running the same file again writes nothing twice. A refused line is reported and the rest goes on.
 */
async function importActs(file: string, options: ImportOptions): Promise<void> {
  const actor = { account: options.as, post: readPost(options.post) };
  const source = await openLines(file);
  try {
    await using(options, async (fadu, stopped) => {
      stopped.addEventListener('abort', () => source.close());
      const { code } = await chooseOrganisation(fadu, options.org);
      const records = fadu.records();
      const counts: Record<Outcome, number> = { written: 0, repeated: 0, refused: 0 };
      let number = 0;
      for await (const text of source.lines()) {
        number += 1;
        if (text.trim() !== '') counts[await importLine(records, code, actor, number, text)] += 1;
      }
      process.stderr.write(`登记${counts.written}条，重复${counts.repeated}条，拒绝${counts.refused}条\n`);
    });
  } finally {
    source.close();
  }
}

async function importLine(
  records: Records,
  org: string,
  actor: Actor,
  number: number,
  text: string,
): Promise<Outcome> {
  try {
    const acted = await actOn(records, org, actor, readLine(text));
    printLine(JSON.stringify({ line: number, ...acted, flaws: acted.flaws.map(inWords) }));
    return acted.repeated ? 'repeated' : 'written';
  } catch (error) {
    // A disk that is full or a server that is gone is no fault of the line: the import ends there.
    if (!(error instanceof Refusal)) throw error;
    process.exitCode = 1;
    const { code, message, detail } = error;
    printLine(
      JSON.stringify({
        line: number,
        refused: code,
        message,
        field: detail.field,
        rule: detail.facts?.['rule'],
        next: detail.next,
      }),
    );
    return 'refused';
  }
}

type Outcome = 'written' | 'repeated' | 'refused';

/** A breach as a person reads it: the rule's own sentence beside its id. */
function inWords({ rule, reason }: Flaw): object {
  const text = isRuleId(rule)
    ? getRule(rule).sentence
    : isTermId(rule)
      ? `${getTerm(rule).name}，已逾期`
      : undefined;
  return { rule, ...(text ? { 程序瑕疵: text } : {}), ...(reason ? { reason } : {}) };
}

/** `fadu import`. */
export function addImport(program: Command): void {
  withData(program.command('import'))
    .description('从文件逐行登记（JSON Lines；“-”为标准输入），逐行回执，重复执行不会重复登记')
    .argument('<文件>')
    .option('--org <代码>', '机构代码')
    .requiredOption('--as <账号>', '以哪个账号登记')
    .requiredOption('--post <岗位>', '以哪个岗位登记')
    .action(importActs);
}
