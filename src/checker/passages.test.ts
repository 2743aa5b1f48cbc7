import { describe, expect, it } from 'vitest';
import { check } from './index.ts';

/** Passages invented for the purpose: what must be found, and, more often, what must be left in peace. */
const FOUND: readonly (readonly [why: string, text: string, types: readonly string[]])[] = [
  [
    'of-which with a numbered remainder',
    '全年办理行政处罚案件18件,其中市容类7件、规划类4件、其他类6件。',
    ['sum-mismatch'],
  ],
  ['即 promises all parts', '本镇设专职网格员30名,即东片11名、西片9名、南片8名。', ['sum-mismatch']],
  ['由…组成', '宣讲队由政法干部6人、教师4人、村干部5人组成,共16人。', ['sum-mismatch']],
  ['two kinds after 分别为', '矛盾纠纷52件,邻里、婚姻、土地分别为20件、15件和18件。', ['sum-mismatch']],
  [
    'rough parts whose intervals cannot meet',
    '发放资料2200余份,分别为折页1500余份、手册900余份。',
    ['sum-mismatch'],
  ],
  ['a total behind its parts', '先后召开部署会2次、推进会3次,共计6次。', ['sum-mismatch']],
  ['a part above the whole', '培训调解员40人次,其中女调解员45人次。', ['part-exceeds-whole']],
  ['outcome above intake', '本年度受理信访件31件,办结33件。', ['part-exceeds-whole']],
  ['certified above all', '全镇共有行政执法人员9人,其中持证11人。', ['part-exceeds-whole']],
  ['rate against counts', '排查隐患80处,整改72处,整改率95%。', ['ratio-mismatch']],
  ['share against total', '全年调解纠纷40件,其中邻里纠纷10件,占30%。', ['ratio-mismatch']],
  ['exam', '组织应考人员60人,实考57人,参考率90%。', ['ratio-mismatch']],
  ['growth', '全年开展检查90次,较上年的75次增长30%。', ['growth-mismatch']],
  ['direction', '受理投诉24件,比上年的30件增长20%。', ['growth-mismatch']],
  ['by the difference', '经费支出8万元,比上年减少2万元,下降25%。', ['growth-mismatch']],
  ['from … to …', '投诉量由240件下降至180件,下降20%。', ['growth-mismatch']],
  [
    'an institution under its short name',
    '镇综合行政执法队现有执法人员16人。\n综合执法队共有执法人员14人。',
    ['contradiction'],
  ],
  [
    '该办 for the office named before',
    '镇应急管理办公室负责日常值守,年内组织应急演练5次。汛期加强巡查。该办全年共开展应急演练7次。',
    ['contradiction'],
  ],
  ['a noun before a verb', '本镇聘请法律顾问2名。年内,法律顾问3名列席会议12次。', ['contradiction']],
  ['communities', '本街道下辖9个社区。全街道10个社区均建立调解室。', ['contradiction']],
  ['doubling', '公开信息130条,比上年50条翻了一番。', ['growth-mismatch']],
  ['percentage points', '群众满意率96%,比上年的93%提高5个百分点。', ['growth-mismatch']],
  ['percent', '矛盾纠纷化解率达百分之一百零三。', ['percent-out-of-range']],
  ['satisfaction', '群众满意度达到102.3%。', ['percent-out-of-range']],
  ['names fewer', '建成示范点3个,分别为河东站、河西站。', ['count-mismatch']],
  ['names more', '设服务窗口2个,分别是民政窗口、社保窗口、医保窗口。', ['count-mismatch']],
  [
    'twice the same quantity',
    '2024年,全镇共聘请村级法律顾问7名。\n年末统计,全镇共聘请村级法律顾问9名。',
    ['contradiction'],
  ],
  ['villages', '全镇12个行政村均建立公开栏。\n目前全镇13个行政村均设立联络点。', ['contradiction']],
  [
    'year of a heading',
    '一、2023年主要举措和成效\n2024年,全镇扎实推进各项工作。2024年以来,开展检查9次。',
    ['year-mismatch'],
  ],
  [
    'next year under the old year',
    '2024年,全镇工作平稳。\n三、2024年工作安排\n继续强化学习。',
    ['year-mismatch'],
  ],
  [
    'year of a title',
    '某某镇2022年度法治政府建设工作报告\n2023年,全镇办理案件3件。2023年以来,组织培训2次。',
    ['year-mismatch'],
  ],
  ['years of a programme', '落实《法治中国建设规划(2021—2025年)》要求。', ['year-mismatch']],
];

const PEACEFUL: readonly (readonly [why: string, text: string])[] = [
  ['a bracket in the name of the next', '全年理论学习组学法4次、支部(扩大)会学法3次、全体大会学法8次。'],
  ['of-which need not be complete', '办理案件20件,其中市容类5件、规划类3件。'],
  ['等 leaves a list open', '办理案件20件,分别为市容类5件、规划类3件等。'],
  ['two splits of one total', '办理案件32件,其中简易程序28件、普通程序4件;市容类30件、规划类2件。'],
  ['each', '开展宣传6场次,其中宪法日、禁毒日、安全日各2场次。'],
  ['rough numbers that meet', '发放资料2000余份,分别为折页1100余份、手册900余份。'],
  ['nested parts', '办理案件32件,其中处罚22件(简易15件、普通7件)、强制10件。'],
  ['an outcome behind the parts', '办理案件32件,其中简易程序28件、普通程序4件,结案32件,罚款3万元。'],
  ['carried over', '受理信访31件,办结33件(含上年结转2件)。'],
  ['rounded', '排查纠纷96起,化解94起,化解率97.9%。'],
  ['at least', '排查纠纷96起,化解94起,化解率95%以上。'],
  ['another base', '受理工单96件,办结94件,按期办结率100%,群众满意率99%。'],
  ['no base', '矛盾纠纷化解率98.4%,群众满意率99.2%。'],
  ['growth above 100 %', '公开信息130条,比上年50条增长160%。'],
  ['growth holds', '受理案件45件,同比上年的60件下降25%。'],
  ['from … to', '信访量由60件下降到45件,降幅25%。'],
  ['points hold', '群众满意率96%,比上年的93%提高3个百分点。'],
  ['names with 等', '建成示范点5个,分别为河东站、河西站等。'],
  ['和 inside a name', '建成阵地3处,分别为宪法广场、普法长廊和法治公园。'],
  ['unit of a part', '镇应急办开展应急演练3次。全镇全年累计开展应急演练9次。'],
  ['half of the year', '上半年开展联合执法4次。全年累计开展联合执法9次。'],
  ['intervals meet', '全年举办法治讲座近20场。年内共举办法治讲座19场。'],
  ['an occasion', '宪法宣传周期间开展集中宣讲2场。全年累计开展集中宣讲9场。'],
  ['plan and result', '2024年,全镇共举办法治培训班3期。\n三、2025年工作安排\n全年共举办法治培训班5期。'],
  ['next year begins', '2024年,全镇工作平稳。2024年以来,开展检查9次。2025年1月,镇人大听取了专题报告。'],
  ['last year beside this year', '2023年受理案件60件,2024年受理案件45件,下降25%。'],
  [
    'the first outline',
    '贯彻《法治政府建设实施纲要(2021—2025年)》,承接《法治政府建设实施纲要(2015—2020年)》。',
  ],
  ['overlapping attributes', '班子成员9人,其中党员9人、女性3人、本科以上学历7人。'],
  ['a number of its own', '全年受理信访31件,化解邻里纠纷40件。'],
  ['overfulfilled', '年度培训任务完成率达120%,投入同比增长130%。'],
  ['shares within 100', '邻里纠纷占45%,婚姻纠纷占30%,其他纠纷占25%。'],
  ['ordered and done', '检查商户50家,责令整改8家,完成整改8家,整改率100%。'],
  ['still under way', '排查隐患200处,已整改198处,正在整改2处,整改率99%。'],
  ['the total further ahead', '共调解纠纷90件,成功88件,成功率97.8%,其中邻里纠纷60件、其他纠纷30件。'],
  ['shares of overlapping attributes', '在编干部50人,35岁以下20人,占40%,本科以上学历40人,占80%。'],
  ['stock and flow', '持证执法人员25人,本年新增3人,退休注销1人,现有27人。'],
  ['quarters', '共排查纠纷40起,其中一季度10起、二季度10起、三季度10起、四季度10起。'],
  ['brackets without 其中', '设调委会15个(镇级1个、村级11个、社区3个),调解员62人。'],
  ['from one period to another', '办件量由2023年的1.2万件增至1.5万件,增长25%。'],
  ['zero', '全年行政复议0件,行政诉讼0件。'],
];

describe('passages with one mistake', () => {
  it.each(FOUND)('%s', (_why, text, types) => {
    const { findings } = check(text);
    expect(findings.map((finding) => finding.type)).toEqual(types);
    for (const { spans } of findings)
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});

describe('passages without a mistake', () => {
  it.each(PEACEFUL)('%s', (_why, text) => {
    expect(check(text).findings).toEqual([]);
  });
});
