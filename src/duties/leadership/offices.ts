/** The offices of a township (站所办), as staff, establishment and tasks name them. */
export const OFFICES = {
  leadership: '领导班子',
  'party-government': '党政综合办公室',
  'judicial-office': '司法所',
  enforcement: '综合行政执法队',
  emergency: '应急管理站',
  services: '党务政务服务中心',
  economy: '经济发展办公室',
  society: '社会事务办公室',
  agriculture: '农业农村服务中心',
  stability: '综治中心',
} as const;
export type Office = keyof typeof OFFICES;
