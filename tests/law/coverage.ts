import { REGISTER } from '../../src/duties/index.ts';
import { canStop, citationText, type Kind } from '../../src/kernel/index.ts';
import { RULES, TERMS, type LawRule, type RuleId, type TermId, type TermRule } from '../../src/law/index.ts';
import { HELD_ELSEWHERE, NOT_CODED, NOT_YET, PERIODS, type Elsewhere } from './not-in-kinds.ts';
import { showsRule } from './story.ts';
import { ALL_STORIES } from './stories/all.ts';

/** Where a rule stands in the work: the kinds and steps that rest on it, and the stories that show it. */
export interface Covered {
  readonly id: string;
  readonly article: string;
  readonly grade: 'A' | 'B' | 'M';
  readonly binding: readonly string[];
  readonly sentence: string;
  /** 拦截, 提醒, 期限 or 只作参考. */
  readonly effect: string;
  /** Kind and step. */
  readonly places: readonly string[];
  /** Files of the tests that are named by it. */
  readonly tests: readonly string[];
  readonly elsewhere?: Elsewhere;
  /** Why it is not coded. */
  readonly reason?: string;
}

function stepsWith(kind: Kind, id: string): string[] {
  const steps = Object.values(kind.steps).filter((step) => step.rules?.some(({ rule }) => rule.id === id));
  return steps.map(({ label }) => label);
}

function runsTerm(kind: Kind, id: string): boolean {
  return (kind.terms ?? []).some(({ rule }) => rule === id);
}

function places(kind: Kind, id: string): string[] {
  const steps = stepsWith(kind, id).map((label) => `${kind.label}·${label}`);
  return runsTerm(kind, id) ? [...steps, `${kind.label}·期限`] : steps;
}

function testsOf(id: string): string[] {
  const files = ALL_STORIES.filter(({ stories }) => stories.some((one) => one.rule === id && showsRule(one)));
  return files.map(({ file }) => file);
}

/** A hard rule that stands only in steps that record what has come to pass stops nothing: it leaves a flaw. */
function canStopAnywhere(id: string): boolean {
  const steps = REGISTER.kinds.flatMap((kind) => Object.values(kind.steps));
  return (
    HELD_ELSEWHERE[id] !== undefined ||
    steps.some((step) => step.rules?.some(({ rule }) => rule.id === id && canStop(step, rule)))
  );
}

/** What a rule does where it is coded: a rule that stands only as a term stops nothing, and a term that no kind runs is none. */
function effectOf(id: string, rule: LawRule | undefined, term: TermRule | undefined): string {
  const judged =
    rule !== undefined &&
    (REGISTER.kinds.some((kind) => stepsWith(kind, id).length > 0) || HELD_ELSEWHERE[id]);
  const runs = term !== undefined && REGISTER.kinds.some((kind) => runsTerm(kind, id));
  if (!rule || (runs && !judged)) return term?.variable ? '期限（可配置）' : '期限';
  const also = runs ? '＋期限' : '';
  if (rule.apart) return `拦截（本系统分开）${also}`;
  if (rule.hard) return `${canStopAnywhere(id) ? '拦截' : '记瑕疵'}${also}`;
  if (rule.may) return `允许${also}`;
  return `提醒${also}`;
}

/** What is missing where a whole field of the law has no kind of work yet. */
function awaited(id: string): string | undefined {
  return Object.entries(NOT_YET).find(([prefix]) => id.startsWith(prefix))?.[1];
}

function covered(id: string): Covered {
  const rule: LawRule | undefined = Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
  const term: TermRule | undefined = Object.hasOwn(TERMS, id) ? TERMS[id as TermId] : undefined;
  const { basis, grade, binding } = (rule ?? term)!;
  const elsewhere = HELD_ELSEWHERE[id];
  const where = REGISTER.kinds.flatMap((kind) => places(kind, id));
  const reason = NOT_CODED[id] ?? (where.length > 0 || elsewhere ? undefined : awaited(id));
  return {
    id,
    article: citationText(basis).replace('（待原文复核）', ''),
    grade,
    binding,
    sentence: rule?.sentence ?? term!.name,
    effect: effectOf(id, rule, term),
    places: where,
    tests: [...testsOf(id), ...(elsewhere ? [elsewhere.test] : [])],
    ...(elsewhere ? { elsewhere } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

const periods: readonly Covered[] = PERIODS.map((one) => ({
  ...one,
  binding: [],
  effect: '计算',
  places: [],
  tests: [HELD_ELSEWHERE[one.id]!.test],
  elsewhere: HELD_ELSEWHERE[one.id]!,
}));

/** How periods are counted, then every rule and every term of the law room, in its order. */
export function coverage(): Covered[] {
  const ids = new Set([...Object.keys(RULES), ...Object.keys(TERMS)]);
  return [...periods, ...[...ids].map(covered)];
}

/** Sections of the law by the letters that its ids begin with. */
const SECTIONS: Readonly<Record<string, string>> = {
  PER: '期间计算',
  CF: '行政处罚',
  ZF: '执法三项制度、行政检查、执法人员',
  ZQ: '乡镇自有的处置权',
  QZ: '行政强制',
  XK: '行政许可',
  FWU: '政务服务',
  JC: '重大行政决策（乡镇参照）',
  GF: '规范性文件、合法性审查、法律顾问',
  GK: '政府信息公开',
  FY: '复议、诉讼、赔偿',
  XF: '信访',
  RT: '人民调解',
  YJ: '应急管理',
  CW: '村务与集体经济',
  PF: '普法、学法',
  ND: '年度报告与督察',
  QD: '清单',
  SJA: '个人信息、保密、档案',
  YS: '优化营商环境',
  GW: '公文处理',
};

function sectionOf({ id }: Covered): string {
  return id.slice(0, id.indexOf('-'));
}

function bySection(all: readonly Covered[]): Map<string, Covered[]> {
  const sections = new Map<string, Covered[]>();
  for (const one of all) sections.set(sectionOf(one), [...(sections.get(sectionOf(one)) ?? []), one]);
  return sections;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function row(one: Covered): string {
  const where = [...one.places, ...(one.elsewhere ? [one.elsewhere.where] : [])].join('<br>');
  const shown = where === '' ? (one.reason ? `不编：${one.reason}` : '—') : where;
  const tests = [...new Set(one.tests)].map((file) => `[${file.split('/').at(-1)}](../${file})`).join('<br>');
  const grade =
    one.grade === 'A' ? 'A' : `${one.grade}（${one.grade === 'B' ? '待原文复核' : '配置或提示'}）`;
  const columns = [one.id, cell(one.sentence), one.article, grade, one.binding.join('')];
  return `| ${[...columns, isCoded(one) ? one.effect : '', cell(shown), tests].join(' | ')} |`;
}

function isCoded({ places, elsewhere }: Covered): boolean {
  return places.length > 0 || elsewhere !== undefined;
}

/** The text of docs/law-coverage.md. */
export function coverageText(): string {
  const all = coverage();
  const sections = bySection(all);
  const tables = [...sections].map(([section, rows]) => {
    const coded = rows.filter(isCoded).length;
    return [
      `## ${SECTIONS[section] ?? section}`,
      '',
      `${rows.length}条，已编${coded}条。`,
      '',
      '| 编号 | 规则 | 依据 | 等级 | 约束 | 效果 | 在哪里，或为什么不编 | 案例（测试） |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map(row),
      '',
    ].join('\n');
  });
  const coded = all.filter(isCoded);
  return [
    '# 法律规则与测试对照表',
    '',
    '本表由程序生成（`npm run law`），不手改；`npm test`核对它与程序一致。编号见`src/law`。“案例”文件里，每一条都写明情形、办什么、结果和条文；去掉这条规则，案例就不成立。',
    '',
    `共${all.length}条，已编${coded.length}条，其中会拦截的${coded.filter(({ effect }) => effect.startsWith('拦截')).length}条。`,
    '',
    '约束：直 直接约束乡镇，赋 省级赋权后适用，托 受委托时适用，参 乡镇参照，村 村级义务，关 其他机关的职责，配置 由地方规定。',
    '',
    ...tables,
  ].join('\n');
}
