import type { Schema } from './kind-schema.ts';

const MEANINGS: Readonly<Record<number, string>> = {
  400: '请求的写法不对',
  401: '还没有登录，或登录已失效',
  403: '无权',
  404: '没有这一项，或不让您知道有',
  409: '现在不能办',
  412: '内容已被别人更新',
  413: '太大',
  422: '填写有误',
  429: '试得太多，请稍后',
};

/** The refusals that a route may answer with. */
export function problems(...statuses: readonly number[]): Record<number, Schema> {
  return Object.fromEntries(
    [400, ...statuses].map((status) => [
      status,
      {
        description: MEANINGS[status] ?? '拒绝',
        content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
      },
    ]),
  );
}
