import { REGISTER } from '../../src/duties/index.ts';
import { citationText, type Citation, type Kind } from '../../src/kernel/index.ts';
import { RULES, TERMS, type LawRule, type RuleId, type TermId, type TermRule } from '../../src/law/index.ts';
import { HELD_ELSEWHERE, NOT_CODED, type Elsewhere } from './not-in-kinds.ts';
import { showsRule } from './story.ts';
import { ALL_STORIES } from './stories/all.ts';

/** Where a rule stands in the work: the kinds and steps that rest on it, and the stories that show it. */
export interface Covered {
  readonly id: string;
  readonly basis: Citation;
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

function places(kind: Kind, id: string): string[] {
  const steps = Object.values(kind.steps).filter((step) => step.rules?.some(({ rule }) => rule.id === id));
  const terms = (kind.terms ?? []).some(({ rule }) => rule === id) ? [`${kind.label}·期限`] : [];
  return [...steps.map(({ label }) => `${kind.label}·${label}`), ...terms];
}

function testsOf(id: string): string[] {
  const files = ALL_STORIES.filter(({ stories }) => stories.some((one) => one.rule === id && showsRule(one)));
  return files.map(({ file }) => file);
}

function effectOf(rule: LawRule | undefined, term: TermRule | undefined): string {
  if (!rule) return term?.variable ? '期限（可配置）' : '期限';
  const also = term ? '＋期限' : '';
  if (rule.apart) return `拦截（本系统分开）${also}`;
  if (rule.hard) return `拦截${also}`;
  if (rule.may) return `允许${also}`;
  return `提醒${also}`;
}

function covered(id: string): Covered {
  const rule: LawRule | undefined = Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
  const term: TermRule | undefined = Object.hasOwn(TERMS, id) ? TERMS[id as TermId] : undefined;
  const { basis, grade, binding } = (rule ?? term)!;
  const elsewhere = HELD_ELSEWHERE[id];
  const reason = NOT_CODED[id];
  return {
    id,
    basis,
    grade,
    binding,
    sentence: rule?.sentence ?? term!.name,
    effect: effectOf(rule, term),
    places: REGISTER.kinds.flatMap((kind) => places(kind, id)),
    tests: [...testsOf(id), ...(elsewhere ? [elsewhere.test] : [])],
    ...(elsewhere ? { elsewhere } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Every rule and every term of the law room, in its order. */
export function coverage(): Covered[] {
  return [...new Set([...Object.keys(RULES), ...Object.keys(TERMS)])].map(covered);
}

/** Sections of the law by the letters that its ids begin with. */
const SECTIONS: Readonly<Record<string, string>> = {
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
  const columns = [
    one.id,
    citationText(one.basis).replace('（待原文复核）', ''),
    grade,
    one.binding.join(''),
  ];
  return `| ${[...columns, one.effect, cell(shown), tests].join(' | ')} |`;
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
      '| 编号 | 依据 | 等级 | 约束 | 效果 | 在哪里，或为什么不编 | 案例（测试） |',
      '| --- | --- | --- | --- | --- | --- | --- |',
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
