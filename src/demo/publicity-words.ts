/** Publicity with a day of its own: [day, title, topics, organiser, venue, place]. */
export type Special = readonly [
  on: string,
  title: string,
  topics: readonly string[],
  organiser: string,
  venue: string,
  place: string,
];

export const LAW_DAYS: readonly Special[] = [
  [
    '2024-03-05',
    '“开学第一课”法治进校园',
    ['minors', 'constitution'],
    'judicial-office',
    'school',
    '乡中心小学',
  ],
  ['2024-05-30', '六一前夕法治进校园', ['minors'], 'judicial-office', 'school', '云杉坪教学点'],
  ['2024-09-11', '防欺凌法治进校园', ['minors'], 'stability', 'school', '乡中学'],
  ['2024-01-30', '春节前反诈宣传', ['fraud'], 'stability', 'market', '乡集市'],
  ['2024-03-08', '国际妇女节维权宣传', ['other'], 'judicial-office', 'village', '月亮岩村文化广场'],
  ['2024-03-15', '消费者权益日宣传', ['other'], 'enforcement', 'market', '乡集市'],
  ['2024-04-15', '全民国家安全教育日宣传', ['other'], 'judicial-office', 'office', '乡政务服务大厅'],
  ['2024-04-25', '土地法律宣传', ['land'], 'other', 'village', '刺梨湾村村委会'],
  ['2024-05-09', '民法典宣传月启动', ['civil-code'], 'judicial-office', 'market', '乡集市'],
  ['2024-05-14', '民法典进村寨', ['civil-code'], 'judicial-office', 'village', '响水沟村文化广场'],
  ['2024-05-17', '民法典进企业', ['civil-code'], 'judicial-office', 'enterprise', '乡茶叶加工厂'],
  ['2024-05-22', '民法典进机关', ['civil-code'], 'judicial-office', 'office', '乡政府院内'],
  ['2024-05-28', '民法典进家庭', ['civil-code'], 'village', 'village', '白鹤坡村三组'],
  ['2024-06-20', '打击养老诈骗宣传', ['fraud'], 'stability', 'village', '杉树垭村村委会'],
  ['2024-06-26', '国际禁毒日宣传', ['drugs'], 'stability', 'market', '乡集市'],
  ['2024-07-18', '暑期未成年人保护宣传', ['minors'], 'judicial-office', 'village', '火草坪村村委会'],
  ['2024-08-22', '农民工工资权益宣传', ['other'], 'judicial-office', 'market', '乡集市'],
  ['2024-09-12', '网络安全宣传', ['fraud'], 'stability', 'office', '乡政务服务大厅'],
  ['2024-10-17', '扶贫济困和社会救助政策法律宣传', ['other'], 'other', 'village', '竹鸡坝村村委会'],
  ['2024-11-20', '反电信诈骗集中宣传', ['fraud'], 'stability', 'market', '乡集市'],
  ['2024-11-25', '反家庭暴力日宣传', ['other'], 'judicial-office', 'village', '枫香岭村文化广场'],
  ['2024-12-02', '宪法宣传周启动', ['constitution'], 'judicial-office', 'market', '乡集市'],
  ['2024-12-04', '国家宪法日宣传', ['constitution'], 'judicial-office', 'office', '乡政务服务大厅'],
  ['2024-12-06', '宪法进村寨', ['constitution'], 'village', 'village', '马桑林村文化广场'],
];

export const SAFETY_DAYS: readonly Special[] = [
  ['2024-02-04', '春节前安全用火用电宣传', ['safety', 'fire'], 'emergency', 'market', '乡集市'],
  ['2024-03-28', '清明森林防火宣传', ['fire'], 'emergency', 'village', '各村卡口'],
  ['2024-05-11', '防灾减灾日宣传', ['safety'], 'emergency', 'market', '乡集市'],
  ['2024-06-14', '安全生产月咨询日', ['safety'], 'emergency', 'market', '乡集市'],
  ['2024-09-27', '国庆前安全宣传', ['safety'], 'emergency', 'market', '乡集市'],
  ['2024-11-08', '消防宣传日活动', ['fire', 'safety'], 'emergency', 'school', '乡中心小学'],
];

/** Short titles for what comes again and again; each with its topics. */
export const LAW_ROUNDS: readonly (readonly [title: string, topics: readonly string[]])[] = [
  ['法律咨询和资料派发', ['other']],
  ['反电信诈骗宣传', ['fraud']],
  ['禁毒宣传', ['drugs']],
  ['土地管理法律宣传', ['land']],
  ['未成年人保护宣传', ['minors']],
  ['宪法知识宣传', ['constitution']],
  ['法律援助和人民调解宣传', ['mediation']],
];
export const DISPUTE_ROUNDS = [
  '矛盾纠纷预防宣传',
  '人民调解“找得到、用得上”宣传',
  '十联户邻里守望宣传',
  '返乡人员矛盾纠纷预防宣传',
  '农忙用水纠纷预防宣传',
] as const;
export const ENFORCEMENT_ROUNDS: readonly (readonly [title: string, topics: readonly string[]])[] = [
  ['占道经营整治现场普法', ['other']],
  ['违法建房巡查现场普法', ['land']],
  ['农资市场检查现场普法', ['other']],
  ['秸秆禁烧巡查现场普法', ['fire']],
  ['餐饮场所安全检查现场普法', ['safety']],
  ['河道采砂巡查现场普法', ['other']],
];
