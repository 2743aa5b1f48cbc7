import type { Chapter } from './form.ts';

export const SERVICES: Chapter = {
  area: 'services',
  points: [
    {
      topic: '规范权责清单管理',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            {
              say: '现行权责清单列明事项{power-items.total}',
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
        { clauses: ['清单向社会公布，权力从哪里来、由谁行使、由谁监督，群众都能对照查看'] },
      ],
    },
    {
      topic: '方便群众和企业办事',
      sentences: [
        {
          lead: '党务政务服务中心',
          clauses: ['设有行业窗口{service-windows}', '办事条件、所需材料、办理时限等按规定一次性告知'],
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
          clauses: [
            '全{@place}配有法律顾问的村有{villages.with-counsel}',
            '顾问的联系方式和职责范围向村民公开',
          ],
        },
      ],
    },
  ],
};
