import type { Chapter } from './form.ts';

export const SERVICES: Chapter = {
  area: 'services',
  points: [
    {
      topic: '规范权责清单管理',
      sentences: [
        {
          clauses: [
            {
              say: '{@current}权责清单列明事项{power-items.total}',
              of: [
                '行政许可{power-items.licence}',
                '行政处罚{power-items.penalty}',
                '行政强制{power-items.coercion}',
                '行政征收{power-items.levy}',
                '行政给付{power-items.payment}',
                '行政检查{power-items.inspection}',
                '行政确认{power-items.confirmation}',
                '行政奖励{power-items.reward}',
                '行政裁决{power-items.adjudication}',
                '其他事项{power-items.other}',
              ],
            },
          ],
        },
        { clauses: ['坚持法定职责必须为、法无授权不可为，推进机构、职能、权限、程序、责任法定化'] },
      ],
    },
    {
      topic: '方便群众和企业办事',
      sentences: [
        {
          lead: '党务政务服务中心',
          clauses: ['设有行业窗口{service-windows}', '推进政务服务规范化、便利化'],
        },
      ],
    },
    {
      topic: '完善公共法律服务',
      sentences: [
        {
          lead: '公共法律服务工作站{@period}',
          clauses: [
            '调解矛盾纠纷{legal-station.mediations}',
            '接待群众法律咨询{legal-station.consultations}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: ['全{@place}配有法律顾问的村有{villages.with-counsel}'],
        },
      ],
    },
  ],
};
