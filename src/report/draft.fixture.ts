import type { FigureValue } from '../figures/figures.ts';
import { day, type Area, type Evidence, type Measure } from '../kernel/index.ts';
import type { DraftInput } from './draft.ts';

/** Code, name, value, unit, chapter, measure: a township's year, for tests that need no database. */
type Row = readonly [string, string, number | null, string, Area, Measure];

const ROWS: readonly Row[] = [
  ['power-items.total', '权责清单事项', 82, '项', 'services', 'stock'],
  ['power-items.licence', '行政许可', 4, '项', 'services', 'stock'],
  ['power-items.penalty', '行政处罚', 4, '项', 'services', 'stock'],
  ['power-items.coercion', '行政强制', 6, '项', 'services', 'stock'],
  ['power-items.levy', '行政征收', 0, '项', 'services', 'stock'],
  ['power-items.payment', '行政给付', 5, '项', 'services', 'stock'],
  ['power-items.inspection', '行政检查', 6, '项', 'services', 'stock'],
  ['power-items.confirmation', '行政确认', 5, '项', 'services', 'stock'],
  ['power-items.reward', '行政奖励', 2, '项', 'services', 'stock'],
  ['power-items.adjudication', '行政裁决', 3, '项', 'services', 'stock'],
  ['power-items.other', '其他', 47, '项', 'services', 'stock'],
  ['service-windows', '行业窗口', 6, '个', 'services', 'stock'],
  ['legal-station.mediations', '公共法律服务工作站调解矛盾纠纷', 34, '起', 'services', 'flow'],
  ['legal-station.consultations', '接待群众法律咨询', 56, '人次', 'services', 'flow'],
  ['villages.with-counsel', '实现村法律顾问全覆盖的村', 11, '个', 'services', 'stock'],
  ['decision-study', '重大行政决策相关文件学习', 1, '次', 'decisions', 'flow'],
  ['decision-catalogue.items', '列入重大行政决策目录的事项', 2, '项', 'decisions', 'stock'],
  ['decisions.made', '作出重大行政决策', 1, '项', 'decisions', 'flow'],
  ['decisions.consultations', '重大行政决策公开征求意见', 1, '次', 'decisions', 'flow'],
  ['decisions.risk-assessments', '重大行政决策风险评估', 1, '件', 'decisions', 'flow'],
  ['public-comments.received', '公开征求意见收到意见', 11, '条', 'decisions', 'flow'],
  ['public-comments.adopted', '采纳公众意见', 8, '条', 'decisions', 'flow'],
  ['legality-reviews', '开展合法性审查', 12, '件', 'decisions', 'flow'],
  ['legality-reviews.decision', '重大行政决策合法性审查', 1, '件', 'decisions', 'flow'],
  ['legality-reviews.document', '行政规范性文件合法性审核', 0, '件', 'decisions', 'flow'],
  ['legality-reviews.contract', '审查合同', 8, '份', 'decisions', 'flow'],
  ['legality-reviews.village', '审查村级合同和村规民约', 3, '件', 'decisions', 'flow'],
  ['legality-reviews.suggestions', '合法性审查提出意见', 20, '条', 'decisions', 'flow'],
  ['legality-reviews.adopted', '合法性审查意见被采纳', 18, '条', 'decisions', 'flow'],
  ['legality-reviews.adoption-rate', '合法性审查意见采纳率', 90, '%', 'decisions', 'ratio'],
  ['normative-documents.issued', '制定规范性文件', 0, '件', 'decisions', 'flow'],
  ['normative-document-study', '组织干部职工学习相关文件', 1, '次', 'decisions', 'flow'],
  ['counsel.services', '法律指导和法律服务', 23, '次', 'decisions', 'flow'],
  ['counsel.people-served', '法律服务累计服务人次', 87, '人次', 'decisions', 'flow'],
  ['enforcement-officers.certified', '持证执法人员', 3, '人', 'enforcement', 'stock'],
  ['penalty-cases', '依法办理行政处罚案件', 1, '起', 'enforcement', 'flow'],
  ['enforcement-supervisors', '行政监督员', 2, '名', 'enforcement', 'stock'],
  ['enforcement-training', '行政执法人员培训', 2, '次', 'enforcement', 'flow'],
  ['enforcement-publicity', '行政执法队向群众普法', 24, '次', 'enforcement', 'flow'],
  ['disclosure-boards.village', '建立党务、村务公开栏的村', 11, '个', 'oversight', 'stock'],
  ['disclosure-boards.township', '乡级公开栏', 2, '个', 'oversight', 'stock'],
  ['counsel.engagements', '聘请法律顾问的律师事务所', 1, '家', 'counsel', 'stock'],
  ['safety-meetings', '安全专题会和日常调度', 36, '次', 'emergency', 'flow'],
  ['emergency-plans.named', '制定的应急预案(列举)', 3, '个', 'emergency', 'stock'],
  ['internal-rules.duty-roster', '值班值守制度(列举)', 1, '个', 'emergency', 'stock'],
  ['storehouses.township', '乡级应急物资库', 1, '个', 'emergency', 'stock'],
  ['storehouses.village', '村级应急物资储备室', 11, '个', 'emergency', 'stock'],
  ['emergency-drills', '消防及安全应急演练', 5, '次', 'emergency', 'flow'],
  ['safety-training.sessions', '安全生产培训', 4, '场次', 'emergency', 'flow'],
  ['safety-training.people', '安全生产培训人员', 257, '人次', 'emergency', 'flow'],
  ['rescue-teams.township', '乡级救援队伍', 1, '支', 'emergency', 'stock'],
  ['rescue-teams.village', '村级救援队伍', 11, '支', 'emergency', 'stock'],
  ['rescue-members.township', '乡级救援队员', 33, '人', 'emergency', 'stock'],
  ['rescue-members.village', '村级救援队伍人员', 210, '人', 'emergency', 'stock'],
  ['safety-publicity.activities', '安全宣传', 6, '次', 'emergency', 'flow'],
  ['safety-publicity.leaflets', '安全宣传资料', 8540, '份', 'emergency', 'flow'],
  ['safety-publicity.people', '安全宣传覆盖', 1000, '人次', 'emergency', 'flow'],
  ['mediation-committees.total', '人民调解委员会', 12, '个', 'disputes', 'stock'],
  ['mediation-committees.township', '乡级人民调解委员会', 1, '个', 'disputes', 'stock'],
  ['mediation-committees.village', '村级人民调解委员会', 11, '个', 'disputes', 'stock'],
  ['disputes.screened-and-resolved', '排查化解矛盾纠纷', 156, '起', 'disputes', 'flow'],
  ['disputes.screened', '排查受理矛盾纠纷', 181, '起', 'disputes', 'flow'],
  ['disputes.settled', '化解矛盾纠纷', 180, '起', 'disputes', 'flow'],
  ['dispute-publicity.activities', '群众会、院坝会及各类宣传活动', 25, '次', 'disputes', 'flow'],
  ['dispute-publicity.leaflets', '发放宣传资料', 2060, '份', 'disputes', 'flow'],
  ['study.theory-group', '党委理论学习中心组学习', 3, '次', 'disputes', 'flow'],
  ['study.enlarged-committee', '党委(扩大)会学习', 2, '次', 'disputes', 'flow'],
  ['study.staff-assembly', '干部职工大会学习', 9, '次', 'disputes', 'flow'],
  ['study.lectures', '法治专题讲座', 4, '场', 'disputes', 'flow'],
  ['online-learning.people', '法宣在线学习平台线上学习', 62, '人', 'disputes', 'flow'],
  ['online-exam.participation-rate', '参与率', 100, '%', 'disputes', 'ratio'],
  ['online-exam.pass-rate', '合格率', 100, '%', 'disputes', 'ratio'],
  ['online-exam.excellent-rate', '优秀率', 100, '%', 'disputes', 'ratio'],
  ['campus-law-activities', '法治进校园活动', 3, '场次', 'disputes', 'flow'],
  ['legal-publicity.activities', '各类法治宣传', 74, '次', 'disputes', 'flow'],
  ['legal-publicity.leaflets', '发放法治宣传资料', 1250, '份', 'disputes', 'flow'],
  ['legal-publicity.people', '受教育群众', 530, '人次', 'disputes', 'flow'],
  ['civil-code.study', '干部职工大会学习民法典', 2, '次', 'training', 'flow'],
  ['civil-code.publicity', '板凳会、院坝会、小组会等宣传活动', 33, '场次', 'training', 'flow'],
  ['law-study.sessions', '学习宪法、民法典等法律法规', 27, '次', 'training', 'flow'],
  ['law-study.pushes', '推送学习资料学习相关法律法规', 24, '次', 'training', 'flow'],
  ['first-responsible.study', '带领乡班子成员学习法治思想、法律法规', 7, '次', 'leadership', 'flow'],
  ['judicial-office.staff', '司法所工作人员', 1, '名', 'leadership', 'stock'],
];

export const SPAN = { from: day('2024-01-01'), to: day('2024-12-31') };

/** The figures of the year, with some values changed. */
export function someFigures(
  changed: Readonly<Record<string, number | null>> = {},
  evidence: Evidence = 'record',
): FigureValue[] {
  return ROWS.map(([code, name, value, unit, chapter, measure]) => {
    const now = code in changed ? changed[code]! : value;
    return {
      code,
      name,
      unit,
      chapter,
      room: chapter,
      measure,
      rollUp: measure === 'ratio' ? 'of-parts' : 'sum',
      value: now,
      ...(measure === 'ratio' && now !== null ? { numerator: now * 10, denominator: 1000 } : {}),
      records: now === null ? 0 : Math.min(now, 40),
      definition: `${name}的口径：统计期内按记录逐条计数，同一件事只计一次。`,
      definitionHash: 'a'.repeat(64),
      ...(measure === 'stock' ? { asOf: SPAN.to } : { period: SPAN }),
      evidence,
    };
  });
}

/** A whole input: what a township's clerk has at hand at the end of a year. */
export function someInput(changed: Partial<DraftInput> = {}): DraftInput {
  return {
    organisation: { code: '520581203000', name: '柳河苗族彝族乡（演示）', demo: true },
    year: 2024,
    span: SPAN,
    figures: someFigures(),
    shortcomings: [
      { text: '司法所人手不足，仅有{judicial-office.staff}工作人员', cause: '编制配备与承担的任务还不匹配' },
      { text: '部分村干部运用法治方式解决问题的办法不多', cause: '由于培训形式单一，结合实际案例讲解较少' },
    ],
    plans: [
      { text: '加强法律明白人培养，每季度组织一次集中学习' },
      { text: '推动执法人员参加资格培训，扩大持证执法人员队伍' },
    ],
    phrasesOn: SPAN.to,
    ...changed,
  };
}
