/** Why an attempt did not arrive; never in the receiver's own words. */
export const TROUBLES = {
  unresolved: '域名解析不出地址',
  forbidden: '地址不许访问：本机、内网或保留地址，部署时没有放行',
  unreachable: '连不上，或连接中断',
  untrusted: '对方的证书不可信',
  slow: '对方没有按时应答',
  long: '对方的应答太长',
  redirect: '对方要求转到别处，不照办',
  gone: '对方答复不再接收',
  status: '对方没有答复成功',
} as const;
export type TroubleCode = keyof typeof TROUBLES;

/** An attempt that did not arrive. */
export class Trouble extends Error {
  readonly code: TroubleCode;

  constructor(code: TroubleCode) {
    super(TROUBLES[code]);
    this.code = code;
  }
}
