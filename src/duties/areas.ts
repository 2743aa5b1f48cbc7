import type { Area } from '../kernel/index.ts';

/** The nine areas of the work (法治政府建设), in the report's order, as its first part names them. */
export const AREAS: Readonly<Record<Area, string>> = {
  services: '依法全面履行政府职能',
  decisions: '严格依法决策',
  enforcement: '严格规范公正文明执法',
  counsel: '法律顾问与依法行政能力',
  oversight: '强化行政权力制约监督',
  emergency: '依法健全处置突发事件',
  disputes: '依法有效化解社会矛盾',
  training: '加强依法行政能力培养',
  leadership: '法治政府建设组织保障',
};
