import type { Chapter } from './form.ts';

export const ENFORCEMENT: Chapter = {
  area: 'enforcement',
  points: [
    {
      topic: '加强执法队伍建设',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            {
              before: '全{@place}有持有效证件的',
              list: [
                '行政执法人员{enforcement-officers.certified}',
                '行政执法监督员{enforcement-supervisors}',
              ],
            },
          ],
        },
        {
          clauses: [
            {
              say: '在册执法人员{enforcement-officers.total}',
              of: ['待考{enforcement-officers.candidates}'],
            },
            '执法辅助人员{enforcement-auxiliaries}',
            {
              before: '配有',
              list: [
                '执法记录仪{enforcement-equipment.recorders}',
                '执法车辆{enforcement-equipment.vehicles}',
              ],
            },
          ],
        },
        {
          lead: '{@period}',
          clauses: ['新增持证{enforcement-officers.new}', '注销证件{enforcement-officers.ended}'],
        },
        { lead: '{@period}', clauses: ['组织行政执法人员业务培训{enforcement-training}'] },
      ],
    },
    {
      topic: '规范行政执法行为',
      sentences: [
        {
          clauses: [
            { say: '坚持严格规范公正文明执法', given: ['penalty-cases'] },
            {
              say: '{@period}办理行政处罚案件{penalty-cases}',
              zero: '{@period}{penalty-cases:未作出}行政处罚决定',
              of: ['普通程序{penalty-cases.ordinary}', '简易程序{penalty-cases.summary}'],
            },
            '罚款合计{penalties.fines}',
            '处罚案件按期办结率{penalty-cases.in-time}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            {
              say: '作出不予处罚决定{penalty-cases.spared}',
              of: ['首违不罚{penalty-cases.first-offence}'],
            },
            '移送案件{penalty-cases.transferred}',
            '开展重大执法决定法制审核{penalty-cases.reviewed}',
          ],
        },
      ],
    },
    {
      topic: '规范行政检查和日常巡查',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: ['已公布行政检查事项{inspection-items}'],
        },
        {
          lead: '{@period}',
          clauses: [
            { say: '开展行政检查{inspections}', of: ['涉企检查{inspections.business}'] },
            '双随机抽查{inspections.random-batches}、{inspections.random}',
            '责令改正{inspections.corrections}',
            '公开检查结果{inspections.published}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '开展巡查走访{patrols}',
            '联合执法{joint-enforcement}',
            '出动人员{patrols.people}',
            '出动车辆{patrols.vehicles}',
            '教育劝导{patrols.advised}',
            '移交处理{patrols.handed-on}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '开展专项整治{campaigns}',
            '发现问题{campaigns.problems}',
            '整改问题{campaigns.rectified}',
          ],
        },
      ],
    },
    {
      topic: '依法实施行政强制',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '实施行政强制措施{coercive-measures}',
            '解除行政强制措施{coercive-measures.released}',
            {
              say: '实施行政强制执行{compulsory-executions}',
              of: ['代履行{substitute-performances}'],
            },
            '申请法院强制执行{court-enforcements}',
            '法院裁定准予执行{court-enforcements.granted}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '拆除违法建筑{demolitions}',
            '拆除面积{demolitions.area}',
            '督促当事人自行拆除{demolitions.voluntary}',
          ],
        },
      ],
    },
    {
      topic: '加强执法监督',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '开展执法监督{enforcement-supervisions}',
            '发现问题{enforcement-supervisions.problems}',
            '整改问题{enforcement-supervisions.rectified}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '开展案卷评查{case-file-reviews}',
            '评查案卷{case-file-reviews.files}',
            '发现问题{case-file-reviews.problems}',
            '整改问题{case-file-reviews.corrected}',
          ],
        },
      ],
    },
    {
      topic: '落实“谁执法谁普法”普法责任制',
      sentences: [
        {
          lead: '综合行政执法队',
          clauses: ['坚持普法与执法相结合', '{@period}面向群众开展普法{enforcement-publicity}'],
        },
      ],
    },
  ],
};
