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
        {
          lead: '{@current}履职事项清单列明',
          clauses: [
            '基本履职事项{duty-items.basic}',
            '配合履职事项{duty-items.assist}',
            '由上级部门收回的事项{duty-items.withdrawn}',
          ],
        },
        { clauses: ['承接行使省级赋权事项{power-items.assigned}'] },
        { lead: '{@period}', clauses: ['实际行使过的权责事项有{power-items.exercised}'] },
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
        { lead: '{@asOf}，', clauses: ['建成村便民服务站{service-halls.stations}'] },
        {
          lead: '{@asOf}，',
          clauses: ['向社会公布办事指南{service-guides}', '可以集成办理的“一件事”有{service-bundles}'],
        },
        {
          lead: '{@period}',
          clauses: ['新公布的办事指南中，网上可办事项占{service-guides.online}'],
        },
        {
          lead: '{@period}',
          clauses: [
            '政务服务窗口收件{window-cases.received}',
            {
              say: '窗口办结{window-cases.completed}',
              of: ['即来即办{window-cases.at-once}'],
            },
            '窗口办结率{window-cases.completion-rate}',
            '窗口网办率{window-cases.online-rate}',
            '窗口好评率{window-cases.satisfaction}',
            '开具一次性告知书{one-time-notices}',
          ],
        },
        {
          lead: '由本级直接办理的依申请事项，{@period}',
          clauses: [
            '收件{applications.received}',
            {
              say: '办结{applications.completed}',
              of: ['行政许可{applications.licences}', '社会救助{applications.relief}'],
            },
            '不予受理{applications.denied}',
            '依申请事项网上收件率{applications.online}',
            '依申请事项按期办结率{applications.in-time}',
            '好评率{applications.satisfaction}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '开展涉企法律服务{enterprise-visits}',
            '为企业、合作社做法治体检{enterprise-visits.enterprises}',
          ],
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
          lead: '在村公共法律服务室和集市等现场，{@period}',
          clauses: ['接待法律咨询{legal-consultations.elsewhere}'],
        },
        {
          lead: '{@period}',
          clauses: ['协助群众申请法律援助{legal-aid.referrals}', '获得援助{legal-aid.granted}'],
        },
        {
          lead: '{@asOf}，',
          clauses: [
            {
              before: '建有',
              list: [
                '公共法律服务工作站{legal-stations.township}',
                '村公共法律服务室{legal-stations.villages}',
              ],
            },
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
