import { ENTRY_TYPE, TRIAL_TYPE } from '../webhooks/body.ts';

const TEXT = { type: 'string' as const };

/** The data of a delivery about an entry; nothing that somebody typed. */
const TOLD = {
  type: 'object' as const,
  required: ['organisation'],
  properties: {
    organisation: { ...TEXT, description: '机构代码' },
    entry: { type: 'integer' as const, description: '账本序号' },
    record: { ...TEXT, format: 'uuid' },
    kind: { ...TEXT, description: '事项种类' },
    step: { ...TEXT, description: '环节' },
    state: { ...TEXT, description: '办完后的状态' },
    day: { ...TEXT, format: 'date', description: '发生日' },
    drill: { type: 'boolean' as const, description: '演练' },
    address: { ...TEXT, description: '在接口里读这条记录的地址' },
  },
};

/** What receivers get, as OpenAPI 3.1 describes it. */
export const WEBHOOK_DOCS = {
  [ENTRY_TYPE]: {
    post: {
      summary: '账本有了一条新的记录',
      description:
        '按Standard Webhooks规范签名。至少送一次，可能重复，先后不保证：按webhook-id去重，按账本序号排。请在15秒内答复2xx。',
      parameters: [
        { name: 'webhook-id', in: 'header', required: true, schema: TEXT, description: '同一次投递始终不变' },
        {
          name: 'webhook-timestamp',
          in: 'header',
          required: true,
          schema: TEXT,
          description: '发出时间，Unix秒；差太多的请拒收',
        },
        {
          name: 'webhook-signature',
          in: 'header',
          required: true,
          schema: TEXT,
          description: '“v1,”加上HMAC-SHA256(编号.时间.正文)的base64；换密钥期间有两个，用空格隔开',
        },
      ],
      requestBody: {
        content: {
          'application/json': {
            schema: {
              type: 'object' as const,
              required: ['type', 'timestamp', 'data'],
              properties: {
                type: { ...TEXT, enum: [ENTRY_TYPE, TRIAL_TYPE], description: '试投的只有机构代码' },
                timestamp: { ...TEXT, format: 'date-time' },
                data: TOLD,
              },
            },
          },
        },
      },
      responses: { '2XX': { description: '收到了' }, '410': { description: '不再接收，自动停用' } },
    },
  },
};
