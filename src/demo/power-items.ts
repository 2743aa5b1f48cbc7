/** The demo's list of powers and duties: invented as a list, each item with the article on which it really rests. */
export interface ListedItem {
  readonly name: string;
  readonly category: string;
  readonly basis: string;
  readonly office: string;
  /** Added by, or removed by, the edition of the year; else it stands in both. */
  readonly change?: 'added' | 'removed';
  readonly source?: 'assigned' | 'entrusted';
}

type Row = readonly [
  name: string,
  basis: string,
  office: string,
  more?: Pick<ListedItem, 'change' | 'source'>,
];

const ADDED = { change: 'added' } as const;
const ENTRUSTED = { source: 'entrusted' } as const;
/** Assigned to the township once, taken back by the county. */
const TAKEN_BACK = { change: 'removed', source: 'assigned' } as const;
const REMOVED = { change: 'removed' } as const;

const BUILDING = '村镇建设服务中心';
const FARMING = '农业农村服务中心';
const SOCIETY = '社会事务办公室';
const ENFORCING = '综合行政执法队';
const EMERGENCY = '应急管理站';
const PARTY = '党政综合办公室';
const JUDICIAL = '司法所';
const STABILITY = '综治中心';
const SERVICES = '党务政务服务中心';
const ECONOMY = '经济发展办公室';

const LICENCE: readonly Row[] = [
  ['农村村民住宅用地审核批准', '《中华人民共和国土地管理法》第六十二条', BUILDING],
  ['乡村建设规划许可', '《中华人民共和国城乡规划法》第四十一条', BUILDING, ENTRUSTED],
  ['农村居民采伐自留山和个人承包集体林地林木许可', '《中华人民共和国森林法》第五十七条', FARMING, ENTRUSTED],
  ['村庄、集镇公共场所修建临时建筑物批准', '《村庄和集镇规划建设管理条例》第三十二条', BUILDING],
];

const PENALTY: readonly Row[] = [
  ['对农村居民违反规划建住宅的处罚', '《村庄和集镇规划建设管理条例》第三十七条第二款', ENFORCING],
  ['对损坏村庄、集镇房屋和公共设施的处罚', '《村庄和集镇规划建设管理条例》第三十九条第(一)项', ENFORCING],
  ['对乱堆粪便、垃圾、柴草破坏村容镇貌的处罚', '《村庄和集镇规划建设管理条例》第三十九条第(二)项', ENFORCING],
  ['对擅自在街道、市场等场所修建临时建筑物的处罚', '《村庄和集镇规划建设管理条例》第四十条', ENFORCING],
  [
    '对随意倾倒、堆放生活垃圾的处罚',
    '《中华人民共和国固体废物污染环境防治法》第一百一十一条',
    ENFORCING,
    TAKEN_BACK,
  ],
  ['对露天焚烧秸秆、落叶的处罚', '《中华人民共和国大气污染防治法》第一百一十九条', ENFORCING, TAKEN_BACK],
  ['对损坏、擅自拆除消防设施的处罚', '《中华人民共和国消防法》第六十条', ENFORCING, TAKEN_BACK],
];

const COERCION: readonly Row[] = [
  ['拆除乡、村庄规划区内逾期不改正的违法建筑', '《中华人民共和国城乡规划法》第六十五条', ENFORCING],
  ['地质灾害险情紧急时强行组织避灾疏散', '《地质灾害防治条例》第二十九条', EMERGENCY],
  ['铲除非法种植的毒品原植物', '《中华人民共和国禁毒法》第十九条', STABILITY],
  ['代履行', '《中华人民共和国行政强制法》第五十条', ENFORCING, ADDED],
  ['立即清除道路、河道、公共场所障碍物', '《中华人民共和国行政强制法》第五十二条', ENFORCING, ADDED],
  ['对逾期不缴纳罚款的加处罚款', '《中华人民共和国行政处罚法》第七十二条', ENFORCING],
];

const PAYMENT: readonly Row[] = [
  ['临时救助审核给付', '《社会救助暂行办法》第四十八条', SOCIETY],
  ['特困人员供养审核', '《社会救助暂行办法》第十六条', SOCIETY],
  ['医疗救助审核', '《社会救助暂行办法》第三十条', SOCIETY],
  ['因灾倒损住房恢复重建补助审核', '《自然灾害救助条例》第二十条', EMERGENCY],
  ['受灾人员冬春生活救助审核', '《自然灾害救助条例》第二十一条', EMERGENCY],
];

const INSPECTION: readonly Row[] = [
  ['生产经营单位安全生产状况监督检查', '《中华人民共和国安全生产法》第九条第二款', EMERGENCY],
  ['森林防火检查', '《中华人民共和国森林法》第三十四条', EMERGENCY],
  ['地质灾害险情巡回检查', '《地质灾害防治条例》第十五条', EMERGENCY],
  ['重大节假日和火灾多发季节消防安全检查', '《中华人民共和国消防法》第三十一条', EMERGENCY],
  ['村庄、集镇规划建设情况检查', '《村庄和集镇规划建设管理条例》第六条', BUILDING],
  ['农村土地承包合同管理检查', '《中华人民共和国农村土地承包法》第十二条', FARMING],
];

const CONFIRMATION: readonly Row[] = [
  ['最低生活保障对象审核', '《社会救助暂行办法》第十一条', SOCIETY],
  ['农村住房救助对象审核', '《社会救助暂行办法》第四十条', SOCIETY],
  ['适龄儿童、少年延缓入学或者休学批准', '《中华人民共和国义务教育法》第十一条', SOCIETY],
  ['计划生育奖励扶助对象资格确认', '《中华人民共和国人口与计划生育法》第二十七条', SOCIETY],
  ['残疾人两项补贴对象资格审核', '国发〔2015〕52号', SOCIETY],
];

const REWARD: readonly Row[] = [
  ['对造林绿化、森林保护成绩显著的表彰奖励', '《中华人民共和国森林法》第十三条', FARMING],
  ['对敬老、养老、助老成绩显著的表彰奖励', '《中华人民共和国老年人权益保障法》第十条', SOCIETY],
];

const ADJUDICATION: readonly Row[] = [
  [
    '个人之间、个人与单位之间土地所有权和使用权争议处理',
    '《中华人民共和国土地管理法》第十四条第二款',
    BUILDING,
  ],
  [
    '个人之间、个人与单位之间林木所有权和林地使用权争议处理',
    '《中华人民共和国森林法》第二十二条第二款',
    FARMING,
  ],
  [
    '个人之间、个人与单位之间草原所有权和使用权争议处理',
    '《中华人民共和国草原法》第十六条第二款',
    FARMING,
    ADDED,
  ],
];

const SELF_GOVERNMENT: readonly Row[] = [
  ['村民自治章程、村规民约备案', '《中华人民共和国村民委员会组织法》第二十七条', PARTY],
  ['对违法的村规民约、村民会议决定责令改正', '《中华人民共和国村民委员会组织法》第二十七条', JUDICIAL],
  ['对侵害妇女权益的村规民约责令改正', '《中华人民共和国妇女权益保障法》第七十五条', JUDICIAL, ADDED],
  ['对不及时公布村务或者公布不实的责令公布', '《中华人民共和国村民委员会组织法》第三十一条', PARTY],
  ['对村民委员会不履行法定义务的责令改正', '《中华人民共和国村民委员会组织法》第三十六条', PARTY],
  ['村民委员会选举违法行为举报调查', '《中华人民共和国村民委员会组织法》第十七条', PARTY],
  ['村民委员会设立、撤销、范围调整的提出', '《中华人民共和国村民委员会组织法》第三条', PARTY],
  ['监督村民委员会工作移交', '《中华人民共和国村民委员会组织法》第二十条', PARTY],
  ['组织村民委员会成员任期和离任经济责任审计', '《中华人民共和国村民委员会组织法》第三十五条', ECONOMY],
  ['村民一事一议筹资筹劳方案审核', '国办发〔2007〕4号', ECONOMY],
];

const LAND: readonly Row[] = [
  ['承包期内承包地个别调整批准', '《中华人民共和国农村土地承包法》第二十八条', FARMING],
  ['承包地由本集体以外单位、个人承包批准', '《中华人民共和国农村土地承包法》第五十二条', FARMING],
  ['农村土地承包经营纠纷调解', '《中华人民共和国农村土地承包经营纠纷调解仲裁法》第七条', JUDICIAL],
  ['签订基本农田保护责任书', '《基本农田保护条例》第二十七条', FARMING],
  ['设施农业用地备案', '自然资规〔2019〕4号', FARMING],
  ['宅基地建房丈量批放和竣工验收', '农经发〔2019〕6号', BUILDING],
  ['组织编制乡规划、村庄规划', '《中华人民共和国城乡规划法》第二十二条', BUILDING],
  ['公布经批准的乡规划、村庄规划', '《中华人民共和国城乡规划法》第八条', BUILDING],
  ['乡道建设和养护', '《中华人民共和国公路法》第八条', BUILDING],
  ['农村人居环境整治', '《中华人民共和国乡村振兴促进法》第三十七条', FARMING],
  ['组织群众做好动物疫病预防与控制', '《中华人民共和国动物防疫法》第八条', FARMING],
  ['协助做好畜禽养殖污染防治', '《畜禽规模养殖污染防治条例》第五条', FARMING],
  ['建立护林组织、划定护林责任区', '《中华人民共和国森林法》第三十三条', FARMING],
  ['乡级林长巡林', '《中华人民共和国森林法》第四条', FARMING, ADDED],
  ['乡级河长巡河', '《中华人民共和国水污染防治法》第五条', FARMING, ADDED],
];

const SAFETY: readonly Row[] = [
  ['制定生产安全事故应急救援预案', '《中华人民共和国安全生产法》第八十条', EMERGENCY],
  ['组织生产安全事故应急救援预案演练', '《生产安全事故应急条例》第八条', EMERGENCY, ADDED],
  ['地质灾害险情、灾情报告', '《地质灾害防治条例》第二十八条', EMERGENCY],
  ['指导村民委员会开展群众性消防工作', '《中华人民共和国消防法》第三十二条', EMERGENCY],
  ['建立专职消防队、志愿消防队', '《中华人民共和国消防法》第三十六条', EMERGENCY],
];

const CARE: readonly Row[] = [
  ['对不送适龄儿童入学的监护人责令限期改正', '《中华人民共和国义务教育法》第五十八条', SOCIETY],
  ['组织和督促适龄儿童、少年入学', '《中华人民共和国义务教育法》第十三条', SOCIETY],
  ['设立未成年人保护工作站', '《中华人民共和国未成年人保护法》第八十一条', SOCIETY],
  ['农村留守儿童关爱保护', '国发〔2016〕13号', SOCIETY],
  ['困境儿童保障', '国发〔2016〕36号', SOCIETY, ADDED],
  ['组织开展家庭暴力预防', '《中华人民共和国反家庭暴力法》第八条', STABILITY],
  ['社区戒毒', '《中华人民共和国禁毒法》第三十四条', STABILITY],
  ['最低生活保障家庭动态核查', '《社会救助暂行办法》第十三条', SOCIETY],
  ['主动发现并办理特困人员供养', '《社会救助暂行办法》第十七条', SOCIETY],
  ['城乡居民基本养老保险参保登记受理', '国发〔2014〕8号', SERVICES],
  ['生育登记服务', '《中华人民共和国人口与计划生育法》第十条', SERVICES],
  ['城乡居民基本医疗保险参保登记受理', '国发〔2016〕3号', SERVICES, REMOVED],
  ['残疾人证申请受理', '残联发〔2017〕34号', SERVICES, REMOVED],
  ['高龄津贴申请受理', '《中华人民共和国老年人权益保障法》第三十三条', SERVICES, REMOVED],
];

const OFFICE: readonly Row[] = [
  ['发布决定和命令', '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第七十六条', PARTY],
  ['主动公开政府信息', '《中华人民共和国政府信息公开条例》第二十一条', PARTY],
  ['答复政府信息公开申请', '《中华人民共和国政府信息公开条例》第三十三条', PARTY],
  ['信访事项登记、受理和告知', '《信访工作条例》第二十三条', STABILITY],
  ['设立乡人民调解委员会', '《中华人民共和国人民调解法》第三十四条', JUDICIAL],
  ['监督指导所属单位和村的档案工作', '《中华人民共和国档案法》第八条', PARTY],
];

function rowsOf(category: string, ...groups: readonly (readonly Row[])[]): ListedItem[] {
  return groups.flat().map(([name, basis, office, more]) => ({ name, basis, office, category, ...more }));
}

export const POWER_ITEMS: readonly ListedItem[] = [
  ...rowsOf('licence', LICENCE),
  ...rowsOf('penalty', PENALTY),
  ...rowsOf('coercion', COERCION),
  ...rowsOf('payment', PAYMENT),
  ...rowsOf('inspection', INSPECTION),
  ...rowsOf('confirmation', CONFIRMATION),
  ...rowsOf('reward', REWARD),
  ...rowsOf('adjudication', ADJUDICATION),
  ...rowsOf('other', SELF_GOVERNMENT, LAND, SAFETY, CARE, OFFICE),
];

/** What the office answers for, by category. */
export const RESPONSIBILITIES: Readonly<Record<string, string>> = {
  licence: '公示条件、一次告知、按期审查、书面决定、事后监管',
  penalty: '立案、两人调查、事先告知、听取申辩、决定、送达、公示',
  coercion: '催告、听取申辩、决定、通知到场、实施、制作笔录',
  payment: '受理、入户核实、公示、审核上报、动态管理',
  inspection: '公布事项、制定计划、两人检查、制作笔录、督促整改',
  confirmation: '受理、核实、公示、确认或者上报',
  reward: '制定方案、推荐评审、公示、表彰',
  adjudication: '受理、通知对方、调查、先行调解、书面处理、送达',
  other: '按规定办理、记录归档、依法公开',
};
