/** Who organises publicity (组织单位) and answers for an item of the duty list (责任单位). */
export const OFFICES = {
  'judicial-office': '司法所',
  enforcement: '综合行政执法队',
  emergency: '应急管理站',
  stability: '综治中心',
  village: '村民委员会',
  other: '其他站所',
} as const;

/** Days, weeks and months of the year that publicity is gathered around (主题). */
export const THEMES = {
  'constitution-week': '宪法宣传周（国家宪法日）',
  'civil-code-month': '民法典宣传月',
  'national-security': '全民国家安全教育日',
  'consumer-day': '消费者权益日',
  'drugs-day': '国际禁毒日',
  'safety-month': '安全生产月',
  'fraud-month': '反诈集中宣传',
  'wages-drive': '农民工工资权益宣传',
  festival: '节日、赶集、民族节庆',
  'school-term': '开学、放假',
} as const;

/** Whom publicity is for (对象). */
export const AUDIENCES = {
  villagers: '村民',
  minors: '未成年人',
  elderly: '老年人',
  disabled: '残疾人',
  women: '妇女',
  migrants: '外出和返乡务工人员',
  enterprises: '企业和经营户',
  officials: '干部职工',
} as const;
