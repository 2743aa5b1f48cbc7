import type { Mutation } from '../mutation.ts';

/** A rule that no step or term of a kind holds, but the machinery for all kinds. */
export interface Elsewhere {
  /** What holds it, in Chinese. */
  readonly where: string;
  /** File of the test whose title begins with its id. */
  readonly test: string;
  /** Takes the check out of the source: the test must then fail. */
  readonly mutation: Mutation;
}

const PERIODS_TEST = 'tests/law/periods.test.ts';
const ENGINE = '期限计算';

function period(file: string, find: string, replace: string): Elsewhere {
  return { where: ENGINE, test: PERIODS_TEST, mutation: { file: `law/${file}`, find, replace } };
}

const ROLLED: Elsewhere = period(
  'deadline.ts',
  'else due = rolled(rule, run, nominal, notes);',
  'else due = nominal;',
);

/** Rules that the machinery holds for all kinds alike: id → where. */
export const HELD_ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  'PER-01': ROLLED,
  'PER-02': ROLLED,
  'PER-03': period(
    'terms/penalty.ts',
    `cite('CF', '64(1)'),\n    unit: 'workday'`,
    `cite('CF', '64(1)'),\n    unit: 'day'`,
  ),
  'PER-04': period(
    'terms/licence.ts',
    `cite('XK', '42①'),\n    unit: 'workday'`,
    `cite('XK', '42①'),\n    unit: 'day'`,
  ),
  'PER-05': period(
    'terms/coercion.ts',
    `cite('QZ', '25'),\n    unit: 'day'`,
    `cite('QZ', '25'),\n    unit: 'workday'`,
  ),
  'PER-06': period(
    'terms/remedy.ts',
    `cite('FY', '48'),\n    unit: 'workday',\n    count: 10`,
    `cite('FY', '48'),\n    unit: 'day',\n    count: 10`,
  ),
  'PER-07': period(
    'terms/openness.ts',
    `cite('GK', '33'),\n    unit: 'workday'`,
    `cite('GK', '33'),\n    unit: 'day'`,
  ),
  'PER-08': period(
    'terms/township.ts',
    `'收到转送、交办的信访事项之日'),\n    unit: 'workday',`,
    `'收到转送、交办的信访事项之日'),`,
  ),
  'PER-09': period(
    'terms/openness.ts',
    `cite('JC', '16'),\n    unit: 'day'`,
    `cite('JC', '16'),\n    unit: 'workday'`,
  ),
  'PER-10': period(
    'calendar.ts',
    `for (const { date, name } of more.regionalDays ?? []) special.set(date, { kind: 'holiday', name });`,
    '',
  ),
  'PER-11': period(
    'calendar.ts',
    `type.kind === 'workday' || type.kind === 'make-up'`,
    `type.kind === 'workday'`,
  ),
  'PER-12': period(
    'calendar.ts',
    'if (!covers(year)) throw missing(of, lastCertainBefore(of));',
    'void covers;',
  ),
  'PER-13': period('deadline.ts', 'rule.count * MS_PER_HOUR', 'rule.count * 0.5 * MS_PER_HOUR'),
  'PER-14': period(
    'deadline.ts',
    'return result(rule, run.from, due, safeDay(rule, run, due), run.path',
    'return result(rule, run.from, due, null, run.path',
  ),
  'PER-15': period('deadline.ts', 'if (swapped) notes.push', 'if (swapped && nominal === due) notes.push'),
  'SJA-03': {
    where: '公开页面只取事项种类写明可以公开、栏目也标为公开的内容',
    test: 'tests/site-privacy.test.ts',
    mutation: {
      file: 'records/reading.ts',
      find: `(kind.disclosure?.fields ?? []).filter((name) => {
    const field = kind.fields[name];
    return field !== undefined && !isPersonal(field) && field.privacy === 'public';
  });`,
      replace: 'Object.keys(kind.fields).filter((name) => !isPersonal(kind.fields[name]!));',
    },
  },
  'SJA-04': {
    where: '个人信息逐条加密，另存，不进入账本、检索和指标',
    test: 'src/records/records.test.ts',
    mutation: {
      file: 'records/ask.ts',
      find: '(isPersonal(fieldOf(kind, name)!) ? personal : open)[name] = value;',
      replace: 'open[name] = value;',
    },
  },
  'SJA-08.retained': {
    where: '保存期限未满的个人信息，删除请求转为限制处理',
    test: 'src/records/erasure.test.ts',
    mutation: {
      file: 'records/records.ts',
      find: `until === 'permanent' || dayAt(this.#clock()) <= until`,
      replace: `until === 'permanent'`,
    },
  },
  'SJA-10': {
    where: '网络日志至少留存六个月',
    test: 'src/log/log.test.ts',
    mutation: { file: 'log/keep.ts', find: 'const LEAST_DAYS = 184;', replace: 'const LEAST_DAYS = 1;' },
  },
  'SJA-14': {
    where: '带密级标志的内容不能录入',
    test: 'src/records/records.test.ts',
    mutation: {
      file: 'records/ask.ts',
      find: 'if (!MARKS.test(JSON.stringify(value))) return;',
      replace: `if (label !== '') return;`,
    },
  },
};

/** How periods are counted (期间计算): these have no place in a step, so the register of rules does not list them. */
export const PERIODS: readonly {
  readonly id: string;
  readonly article: string;
  readonly grade: 'A' | 'B' | 'M';
  readonly sentence: string;
}[] = [
  {
    id: 'PER-01',
    article: '《民法典》第二百条至第二百零四条',
    grade: 'A',
    sentence: '起算当日不计，末日逢休假日顺延（行政法没有规定时类推）',
  },
  {
    id: 'PER-02',
    article: '《民事诉讼法》第八十五条、行诉解释第四十八条',
    grade: 'A',
    sentence: '诉讼、送达、司法确认的期间同样计算',
  },
  {
    id: 'PER-03',
    article: '《行政处罚法》第八十五条',
    grade: 'A',
    sentence: '只有二日、三日、五日、七日按工作日',
  },
  { id: 'PER-04', article: '《行政许可法》第八十二条', grade: 'A', sentence: '许可机关的期限一律按工作日' },
  { id: 'PER-05', article: '《行政强制法》第六十九条', grade: 'A', sentence: '十日以内按工作日' },
  {
    id: 'PER-06',
    article: '《行政复议法》第八十八条',
    grade: 'A',
    sentence: '三日、五日、七日、十日按工作日',
  },
  { id: 'PER-07', article: '《政府信息公开条例》各条', grade: 'A', sentence: '逐处写明工作日' },
  {
    id: 'PER-08',
    article: '《信访工作条例》第二十二条至第三十六条',
    grade: 'A',
    sentence: '只有提出异议的五日按工作日',
  },
  {
    id: 'PER-09',
    article: '《重大行政决策程序暂行条例》第十五条、第十六条、第二十六条',
    grade: 'A',
    sentence: '三十日、七日按自然日，合法性审查七日按工作日',
  },
  {
    id: 'PER-10',
    article: '《全国年节及纪念日放假办法》第二条至第四条',
    grade: 'A',
    sentence: '法定节日和地方自定节日不是工作日',
  },
  { id: 'PER-11', article: '国务院办公厅2026年放假通知', grade: 'B', sentence: '补班计入，调休不计' },
  { id: 'PER-12', article: '2027年起的放假通知', grade: 'M', sentence: '没有通知的年份不推算' },
  {
    id: 'PER-13',
    article: '《行政强制法》第十九条、《民法典》第二百零一条',
    grade: 'A',
    sentence: '以小时计的连续计算',
  },
  { id: 'PER-14', article: '本系统的做法', grade: 'M', sentence: '固定日历日不顺延，机关义务另给稳妥日' },
  { id: 'PER-15', article: '本系统的做法', grade: 'M', sentence: '末日落在调休休息日的顺延并写明' },
];

/** The same reason for several rules. */
function because(reason: string, ...ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, reason]));
}

const AWAITED = (what: string): string => `所属的事项种类还没有建：${what}`;

/** Rules that are not coded: id → why. */
export const NOT_CODED: Readonly<Record<string, string>> = {
  // 处罚
  ...because('没有公布的依据不得列入清单，由QD-06拦（同一款）', 'CF-01'),
  ...because('受托组织的条件，签委托书以前由委托机关审查；乡镇登记委托事项时按CF-05核对', 'CF-06'),
  ...because(
    '违法行为发生地在不在本乡镇，立案人看现场；争议由机关协商或者上级指定，立案以前的事不在案件里',
    'CF-07',
  ),
  ...because(
    '是不是同一违法行为要看事实，两个案件的案由相同也可能是两次违法；由办案人、审核人判断，程序比对会错',
    'CF-10',
  ),
  ...because('五种情形是事实判断，从轻、减轻到多少由裁量决定；记录里没有可以核对的数', 'CF-12'),
  ...because('裁量基准一般用上级的，乡镇不制定', 'CF-14'),
  ...because('新旧法律的选择由办案人判断；记录按行为当日的法律对照', 'CF-16'),
  ...because('说的是无效的后果，前提由CF-03、CF-22等各条分别拦', 'CF-17', 'CF-53', 'CF-54'),
  ...because('事前公示由权责清单的公布（QD-05）、检查事项的公布（ZF-01）核对，不是案件的一步', 'CF-18'),
  ...because(
    '设置电子监控须有法律、行政法规依据，乡镇没有自己设置的；用别的机关的记录，由移送机关审核',
    'CF-19',
  ),
  ...because('证据是否属实、够不够立案标准，由办案人和审核人判断；条文没有立案的天数', 'CF-24', 'CF-32'),
  ...because('“一定社会影响”由机关判断；决定公开按ZF-03.penalty提醒', 'CF-26'),
  ...because('个人信息加密、公开只取白名单，由SJA-03、SJA-04保证', 'CF-28'),
  ...because('是允许，不是前提：批准延期分期有自己的环节', 'CF-46'),
  ...because('是允许；加处不封顶、照算由CF-51核对', 'CF-50'),
  ...because('财政管理，系统不设任何罚没考核', 'CF-52'),
  ...because('快速没有天数，从重由裁量决定；各步期限仍照一般的算', 'CF-56'),
  ...because('五年的时效在作决定时由CF-15一并核对', 'CF-15.grave'),
  ...because('公告满三十日在送达时由CF-40核对', 'CF-40.announcement'),
  ...because('三项制度各由公示、全程记录、法制审核的环节提醒或者拦截', 'ZF-08'),
  // 乡镇自有的处置权：说的是有权，不是前提；行使时走各自的程序
  ...because(
    '说的是有处罚权：立案时选权责清单里的这一项，由CF-03核对，再走处罚程序；是否影响规划、能否改正由办案人判断',
    'ZQ-02',
    'ZQ-03',
  ),
  ...because(
    '处理权属争议走“依申请办件”的行政裁决，告知救济由FY-06核对；解决前不得改变现状是对当事人的要求',
    'ZQ-04',
  ),
  ...because('宅基地审核批准走“依申请办件”的行政许可，由FWU-08、XK-01核对权力来源', 'ZQ-05'),
  ...because('受委托发采伐证走“依申请办件”的行政许可，委托的期限、书面由XK-01、CF-05核对', 'ZQ-06'),
  ...because(
    '社会救助的受理、调查、审核走“依申请办件”，期限由FWU-09管；省里有没有下放确认权，各省不同',
    'ZQ-07',
  ),
  ...because(
    '对村的责令改正：村务公开的在村务公开检查里办，由CW-02核对；其余村务（CW-07）的事项种类还没有建',
    'ZQ-08',
  ),
  ...because(
    '批评教育、责令限期改正是单件事，多由县级教育、农业部门办；乡镇办的登记为行政检查的责令改正',
    'ZQ-09',
  ),
  ...because(
    '不是办理的一步，也不进账本：知情人在“账号与显示”写直报函，封给县里，乡镇打不开、数不出',
    'ZF-21',
    'ZF-22',
  ),
  // 许可和政务服务
  ...because('申请书是线下的格式文本，系统不出申请书、不收费', 'XK-02'),
  ...because('材料目录由办事指南公布，多要材料由FWU-02、FWU-07拦', 'XK-04'),
  ...because('许可后的监督检查归行政检查', 'XK-17'),
  ...because('由XK-19在受理时看同一申请人以前的办件，一并核对', 'XK-19.fraud'),
  ...because('说的是等效，没有可拦的一步', 'FWU-03', 'SJA-22'),
  ...because('账本和附件本身就是电子归档；移交在归档里办', 'FWU-04'),
  ...because('主动发现和告知是日常工作，没有可拦的一步', 'FWU-12'),
  ...because('复核清单是日常工作；列入、调整时由CF-58核对所引的法律', 'QD-07'),
  ...because('经费由财政和委托部门落实，没有可拦的一步', 'QD-08', 'CW-13'),
  ...because('与GF-05同一要求，由它拦', 'YS-62'),
  ...because('与GF-07同一要求，由它拦', 'YS-64'),
  ...because('说的是职权，没有可拦的一步', 'GF-02'),
  // 人民调解
  ...because('系统没有向当事人收费的栏目；以案定补由财政发给调解员，在纠纷里另记', 'RT-02'),
  ...because('是允许：没有写村的调委会就是乡镇的，设不设都可以', 'RT-04'),
  ...because('是当事人起诉的权利；移交法院的登记“移交”，终止时告知由RT-08核对', 'RT-13'),
  ...because('是允许，由公安机关认可；公安移送来的登记受理方式，履行登记“履行”', 'RT-17'),
  ...because('是成员请求调解的权利，在“争议性质”里选，与别的纠纷一样调解', 'RT-23'),
  // 信访
  ...because('渠道、接待时间的公布是常设工作，不是办理一件信访的一步', 'XF-01'),
  ...because('领导接访、包案是工作制度，没有可拦的一步', 'XF-02'),
  ...because('是允许，不是前提', 'XF-14'),
  // 决策
  ...because('说的是适用范围，由“参照”体现：一律只提醒', 'JC-01'),
  ...because('说的是责任，由有权机关追究', 'JC-18'),
  // 个人信息
  ...because('范围由各事项种类的栏目决定；查看、导出个人信息须有理由并留痕', 'SJA-01'),
  ...because('告知文字在公开网站和办事指南里写明', 'SJA-02'),
  ...because('三年的保存由保存期限表管', 'SJA-13'),
  // 相对人和法院的期限，不在乡镇的事项里走
  ...because(
    '相对人、法院、复议机关的期限，写在文书的告知里，可用“期限”查算',
    'FY-04',
    'FY-04.unknown',
    'FY-05',
    'FY-05.other',
    'FY-17',
    'FY-17.direct',
    'FY-17.refused',
    'FY-17.late',
    'FY-18',
    'FY-19.sue',
    'FY-27.sue',
    'FY-27.claim',
  ),
  ...because('是决定书里告知的文字，由程序写出（src/law/remedies.ts），不是前提', 'FY-01', 'FY-02'),
  ...because('由谁当被申请人、被告登记在“乡镇的地位”里，由法院和复议机关认定', 'FY-03'),
  ...because('说的是不停止执行，加处罚款停算由CF-51核对', 'FY-14'),
  // 应急管理
  ...because('机构和人员怎么定是常设工作，没有可拦的一步；值班表写明每天谁带班、谁值班', 'YJ-01'),
  ...because('说的是要有这样的预案，由“应急预案”的清单和报告看出有没有；内容由YJ-05核对', 'YJ-06'),
  ...because('条文没有点名乡镇政府，也没有班次；值班表的空档在月值班表上标出来', 'YJ-08'),
  ...because('条文只说必要的，没有次数；开展的宣传、演练由指标数出来', 'YJ-10'),
  ...because(
    '事故单位和有关部门的时限，可用“期限”查算；乡镇接报由YJ-11、YJ-11.minutes管',
    'YJ-12',
    'YJ-12.relay',
  ),
  ...because('是伤亡变化要补报的窗口，不是乡镇的期限；续报一栏写明了天数', 'YJ-13', 'YJ-13.traffic'),
  ...because('村里的先期处置先办后记，登记为突发事件的先期处置，没有可拦的一步', 'YJ-15'),
  ...because('预算和资金管理由财政、审计管，没有可拦的一步', 'YJ-18'),
  ...because('归档走归档盒；条文没有天数', 'YJ-19'),
  ...because('处置办法由县里组织制定，登记为一件应急预案', 'YJ-21'),
  ...because('因灾住房补助走“依申请办件”的救助，期限由FWU-09管', 'YJ-22'),
  ...because('是指导、协助，没有可拦的一步', 'YJ-24'),
  ...because('发布由县级以上政府办；“有条件的”由发布人判断，叫应方式里有喇叭、鸣锣、上门', 'YJ-26'),
  ...because('专项、部门预案的演练周期只约束县级部门，乡镇预案的评估日由预案写明', 'YJ-04'),
  // 信息公开
  ...because('指定机构、编制目录和年报是常设工作，没有可拦的一步', 'GK-01', 'GK-02', 'GK-22'),
  ...because('由谁公开由制作、获取机关判断；不属本机关的有“告知去处”的答复', 'GK-03'),
  ...because('公开范围已作为信息类别的选项；公开期限由GK-08提醒', 'GK-06', 'GK-07'),
  ...because('申请要素作为登记表的栏目，书写有困难的可以口头', 'GK-09'),
  ...because('收到日怎么定写在收到方式的选项里', 'GK-11'),
  ...because('是允许，不是前提', 'GK-14'),
  // 普法、学法
  ...because(
    '谁执法谁普法、释法说理、支持村居普法是常态职责，没有可拦的一步；落到普法责任清单的事项，由PF-12的时限管',
    'PF-01',
    'PF-03',
    'PF-04',
  ),
  ...because('条文没有要求单位自建学法制度；学了什么由会议活动的议题和各项学法指标看', 'PF-06'),
  ...because('经费由财政预算落实，没有可拦的一步', 'PF-10'),
  // 组织领导
  ...because('一年一次的工作，没有可拦的一步；办没有办在法定日历里看，登记在年度法定事项', 'ND-05', 'PF-15'),
  ...because('条文没有写由谁办；办没有办在法定日历里看', 'PF-02'),
};

/** Sections whose kinds of work come later: id prefix → what is missing. None of theirs is asked for before it is there. */
export const NOT_YET: Readonly<Record<string, string>> = {
  CW: AWAITED('村务监督'),
  'SJA-2': AWAITED('归档'),
};
