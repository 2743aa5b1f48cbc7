import type { FastifyReply } from 'fastify';
import { citationText, type Refusal, type RefusalCode } from '../kernel/index.ts';

/** An answer of RFC 9457 (application/problem+json): what is wrong, where, what to do next, and by which article. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The Chinese sentence for the person at the counter. */
  readonly detail: string;
  readonly code: RefusalCode | 'fault';
  readonly field?: string;
  readonly next?: string;
  readonly article?: { readonly text: string; readonly statute: string; readonly edition: string };
  readonly facts?: Readonly<Record<string, unknown>>;
}

interface Face {
  readonly status: number;
  readonly title: string;
}

/** How each refusal looks over HTTP. A code that is not here does not compile. */
const FACES: Readonly<Record<RefusalCode, Face>> = {
  'not-found': { status: 404, title: '没有这一项' },
  'not-permitted': { status: 403, title: '无权办理' },
  'not-signed-in': { status: 401, title: '请先登录' },
  'sign-in-failed': { status: 401, title: '登录不成功' },
  'sign-in-locked': { status: 429, title: '暂时锁定' },
  busy: { status: 503, title: '正忙' },
  'invalid-value': { status: 422, title: '填写有误' },
  'missing-value': { status: 422, title: '还没有填全' },
  'wrong-state': { status: 409, title: '现在不能办' },
  'rule-blocks': { status: 409, title: '依法不能办' },
  'reason-required': { status: 409, title: '请写明理由' },
  'version-conflict': { status: 412, title: '内容已被更新' },
  'idempotency-conflict': { status: 409, title: '提交编号重复' },
  'unknown-kind': { status: 404, title: '没有这种事项' },
  'unknown-organisation': { status: 404, title: '没有这个机构' },
  'unknown-rule': { status: 404, title: '没有这条规则' },
  'unknown-figure': { status: 404, title: '没有这个指标' },
  'unknown-version': { status: 409, title: '版本不识' },
  'calendar-missing': { status: 409, title: '待放假通知' },
  'secret-mark': { status: 422, title: '不得录入涉密内容' },
  'not-demo': { status: 409, title: '只限演示' },
  'bad-file': { status: 422, title: '文件有误' },
  'bad-input': { status: 400, title: '请求有误' },
  tampered: { status: 500, title: '数据被改动' },
  environment: { status: 503, title: '暂时不能用' },
};

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problemOf({ code, message, detail }: Refusal): Problem {
  const { status, title } = FACES[code];
  const { field, next, basis, facts } = detail;
  return {
    type: `urn:fadu:refusal:${code}`,
    title,
    status,
    detail: message,
    code,
    ...(field === undefined ? {} : { field }),
    ...(next === undefined ? {} : { next }),
    ...(basis && {
      article: { text: citationText(basis), statute: basis.statute, edition: basis.edition },
    }),
    ...(facts && { facts }),
  };
}

/** What a fault shows: nothing of what happened. */
export const FAULT: Problem = {
  type: 'about:blank',
  title: '系统出错',
  status: 500,
  detail: '系统出了错，已经记下。您填的内容没有丢，请稍后再试。',
  code: 'fault',
};

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type(PROBLEM_TYPE).serializer(JSON.stringify).send(problem);
}

/** The shape of a problem, for the documentation of every route. */
export const PROBLEM_SCHEMA = {
  $id: 'Problem',
  type: 'object',
  description: '拒绝或出错（RFC 9457）',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', description: '拒绝的种类，固定不变' },
    title: { type: 'string', description: '种类的名称' },
    status: { type: 'integer', description: 'HTTP状态码' },
    detail: { type: 'string', description: '给经办人看的一句话' },
    code: { type: 'string', enum: [...Object.keys(FACES), 'fault'] },
    field: { type: 'string', description: '出错的栏目' },
    next: { type: 'string', description: '下一步怎么办' },
    article: {
      type: 'object',
      description: '依据的条文',
      properties: {
        text: { type: 'string' },
        statute: { type: 'string' },
        edition: { type: 'string' },
      },
    },
    facts: { type: 'object', additionalProperties: true, description: '供程序读的事实' },
  },
} as const;
