/** A meeting of the township: [month, nth workday, who led, attendance, agenda as [subject, topic] …]. */
export type Item = readonly [subject: string, topic: string, lecturer?: 'secretary' | 'head'];
export type Meeting = readonly [
  month: number,
  workday: number,
  ledBy: 'secretary' | 'head' | 'deputy' | 'other',
  attendance: number,
  agenda: readonly [Item, ...Item[]],
];

/** 干部职工大会: monthly; three of the twelve without law study. */
export const STAFF_ASSEMBLIES: readonly Meeting[] = [
  [
    1,
    4,
    'deputy',
    60,
    [
      ['rule-of-law-thought', '习近平法治思想的核心要义'],
      ['leader-lecture', '带头尊法学法守法用法', 'secretary'],
      ['other', '部署一季度重点工作'],
    ],
  ],
  [
    2,
    4,
    'head',
    58,
    [
      ['safety', '春节期间安全防范和值班安排'],
      ['other', '作风纪律提醒'],
    ],
  ],
  [
    3,
    5,
    'deputy',
    61,
    [
      ['law-study', '新修订的行政复议法要点'],
      ['other', '春耕备耕安排'],
    ],
  ],
  [
    4,
    6,
    'deputy',
    57,
    [
      ['law-study', '国家安全法律常识'],
      ['safety', '清明前后森林防火部署'],
    ],
  ],
  [
    5,
    4,
    'deputy',
    62,
    [
      ['civil-code', '民法典相邻关系和物权保护'],
      ['other', '民法典宣传月安排'],
    ],
  ],
  [
    6,
    3,
    'deputy',
    61,
    [
      ['safety-training', '安全生产月全员培训：风险辨识与应急避险'],
      ['law-study', '安全生产法关于乡镇职责的规定'],
      ['safety', '汛期隐患排查部署'],
    ],
  ],
  [
    7,
    4,
    'head',
    59,
    [
      ['safety', '强降雨防范和避险转移安排'],
      ['other', '半年工作小结'],
    ],
  ],
  [
    8,
    4,
    'deputy',
    56,
    [
      ['normative-rules', '行政规范性文件的认定、审核和备案'],
      ['other', '秋季开学安排'],
    ],
  ],
  [
    9,
    4,
    'deputy',
    60,
    [
      ['law-study', '行政处罚法的程序要求'],
      ['other', '三季度任务清单'],
    ],
  ],
  [10, 5, 'head', 55, [['other', '秋收秋种和冬季农田水利安排']]],
  [
    11,
    4,
    'deputy',
    62,
    [
      ['civil-code', '民法典婚姻家庭编和继承编'],
      ['other', '医保参保动员'],
    ],
  ],
  [
    12,
    3,
    'head',
    63,
    [
      ['constitution', '国家宪法日专题学习'],
      ['law-work', '年度法治政府建设收尾工作'],
    ],
  ],
];

/** 中心组: four in the year, the third on economic work only. */
export const THEORY_GROUPS: readonly Meeting[] = [
  [3, 12, 'secretary', 14, [['rule-of-law-thought', '习近平法治思想专题学习研讨']]],
  [
    6,
    11,
    'secretary',
    15,
    [
      ['constitution', '宪法和党内法规专题学习'],
      ['other', '交流发言'],
    ],
  ],
  [9, 11, 'secretary', 14, [['other', '农村产业发展专题学习']]],
  [11, 13, 'secretary', 15, [['law-study', '党的二十届三中全会关于法治建设的部署和配套法律']]],
];

/** 党委(扩大)会: one agenda serves several figures. */
export const ENLARGED: readonly Meeting[] = [
  [1, 9, 'secretary', 24, [['other', '研究年度工作要点']]],
  [
    4,
    10,
    'secretary',
    25,
    [
      ['decision-rules', '重大行政决策程序暂行条例'],
      ['law-work', '研究年度法治政府建设工作要点'],
    ],
  ],
  [
    7,
    9,
    'secretary',
    23,
    [
      ['law-work', '听取上半年法治政府建设工作汇报'],
      ['other', '研究半年经济工作'],
    ],
  ],
  [
    10,
    9,
    'secretary',
    24,
    [
      ['law-study', '法治政府建设与责任落实督察工作规定'],
      ['other', '研究四季度工作'],
    ],
  ],
];

export const PARTY_COMMITTEES: readonly (readonly Item[])[] = [
  [['decision', '研究年度项目计划']],
  [
    ['decision', '研究春节慰问安排'],
    ['law-work', '研究普法责任清单'],
  ],
  [['decision', '研究产业路维修项目']],
  [['decision', '研究人居环境整治资金']],
  [['decision', '研究饮水管网改造项目']],
  [['decision', '研究基层党建事项']],
  [['decision', '研究防汛物资购置']],
  [
    ['law-work', '研究行政执法规范化建设'],
    ['decision', '研究校舍维修配套'],
  ],
  [['decision', '研究集镇保洁服务采购']],
  [['decision', '研究冬季农田水利项目']],
  [
    ['decision', '研究村级公益事业项目'],
    ['law-work', '研究宪法宣传周安排'],
  ],
  [['decision', '研究年终决算和下年预算草案']],
];

export const GOVERNMENT: readonly Meeting[] = [
  [1, 12, 'head', 12, [['decision', '讨论政府工作安排']]],
  [
    3,
    9,
    'head',
    13,
    [
      ['safety', '复工复产安全检查部署'],
      ['decision', '讨论春耕补贴核实'],
    ],
  ],
  [5, 10, 'head', 12, [['decision', '讨论人饮工程实施方案']]],
  [
    7,
    13,
    'head',
    13,
    [
      ['safety', '地质灾害隐患点值守部署'],
      ['decision', '讨论临时救助审核'],
    ],
  ],
  [
    9,
    15,
    'head',
    13,
    [
      ['law-study', '优化营商环境条例和政务服务规定'],
      ['safety', '国庆前安全检查部署'],
    ],
  ],
  [11, 9, 'head', 12, [['decision', '讨论冬春救助方案']]],
];

/** 干部例会: two a month. Months in which law is studied, and what. */
export const REGULAR_STUDY: Readonly<Record<number, string>> = {
  2: '反有组织犯罪法要点',
  3: '信访工作条例',
  5: '土地管理法关于宅基地的规定',
  7: '防洪和防灾减灾法律法规',
  8: '农村土地承包法',
  10: '档案法实施条例',
  12: '新修订的突发事件应对法',
};
export const REGULAR_SAFETY: Readonly<Record<number, string>> = {
  1: '低温凝冻防范调度',
  5: '汛前检查调度',
  8: '高温和溺水防范调度',
  11: '秋冬森林防火调度',
};

export const SYMPOSIA: readonly Meeting[] = [
  [
    4,
    15,
    'deputy',
    18,
    [
      ['law-study', '村干部依法履职座谈：村民委员会组织法'],
      ['other', '听取意见建议'],
    ],
  ],
  [
    9,
    17,
    'other',
    16,
    [
      ['law-study', '人民调解工作座谈：人民调解法'],
      ['other', '疑难纠纷会商'],
    ],
  ],
];

/** 安全专题会: who was called and what for. */
export const SAFETY_TOPICS: readonly (readonly [month: number, workday: number, topic: string])[] = [
  [1, 15, '春节前消防和燃气安全'],
  [2, 3, '春运和烟花爆竹安全'],
  [2, 10, '节后复工复产安全'],
  [3, 15, '清明祭祀用火管理'],
  [4, 4, '林区用火管控'],
  [4, 19, '五一假期安全防范'],
  [5, 14, '防汛和地质灾害防治'],
  [6, 8, '非煤矿山汛期安全'],
  [7, 2, '强对流天气应对'],
  [8, 12, '农村自建房安全'],
  [9, 20, '国庆假期安全防范'],
  [10, 14, '冬季防火物资准备'],
  [12, 9, '元旦前安全生产大检查'],
];
export const SAFETY_DISPATCHES: readonly (readonly [month: number, workday: number, topic: string])[] = [
  [1, 18, '凝冻天气道路保畅'],
  [3, 3, '森林防火卡口值守'],
  [3, 18, '护林员巡护情况'],
  [4, 12, '隐患排查整改进度'],
  [5, 17, '暴雨预警叫应'],
  [6, 5, '山塘水库巡查'],
  [6, 15, '安全生产月活动进度'],
  [7, 6, '避险转移准备'],
  [7, 18, '地质灾害隐患点巡查'],
  [8, 3, '河道防溺水巡查'],
  [9, 8, '学校周边交通安全'],
  [10, 4, '秋收农机安全'],
  [11, 16, '冬季取暖防火防中毒'],
];

export const TRAININGS: readonly (readonly [
  month: number,
  workday: number,
  title: string,
  attendance: number,
  item: Item,
])[] = [
  [3, 7, '春季森林防火培训', 66, ['safety-training', '扑火安全与装备使用']],
  [4, 17, '行政执法人员培训', 9, ['enforcement-training', '行政检查程序和文书制作']],
  [5, 6, '企业和工地安全生产培训', 58, ['safety-training', '非煤矿山和建筑工地隐患排查']],
  [9, 13, '行政执法人员培训', 11, ['enforcement-training', '行政处罚普通程序和案卷评查']],
  [11, 10, '冬季安全生产培训', 70, ['safety-training', '用电用火和燃气安全']],
];

export const LECTURES: readonly (readonly [
  month: number,
  workday: number,
  title: string,
  attendance: number,
  item: Item,
])[] = [
  [3, 14, '妇女权益保障法律讲座', 46, ['publicity', '婚姻家庭和反家庭暴力']],
  [5, 12, '民法典专题讲座', 68, ['civil-code', '合同编与民间借贷']],
  [8, 15, '农村土地法律讲座', 52, ['publicity', '承包地流转与纠纷预防']],
  [12, 4, '宪法专题讲座', 71, ['constitution', '宪法与公民基本权利义务']],
];

/** What villagers talk about on the bench, in the courtyard, in the group. */
export const CIVIL_CODE_TOPICS = [
  '民法典里的邻里通行和排水',
  '民法典关于彩礼和婚姻登记',
  '民法典关于老人赡养和遗嘱',
  '民法典关于民间借贷',
  '民法典关于饲养动物损害责任',
  '民法典关于土地经营权流转',
  '民法典关于未成年人监护',
] as const;
export const PREVENTION_TOPICS = [
  '春灌用水纠纷预防',
  '返乡人员债务和工资纠纷预防',
  '宅基地边界纠纷预防',
  '山林界线纠纷排查',
  '婚姻家庭纠纷排查',
  '牲畜损害庄稼纠纷预防',
  '办酒用火用电和噪声矛盾预防',
] as const;
export const VILLAGE_MATTERS = [
  '村规民约修订意见征求',
  '一事一议修路筹劳',
  '人居环境整治分片',
  '医保参保动员',
  '村级财务公开说明',
] as const;
