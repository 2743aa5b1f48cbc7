import type { Chapter } from './form.ts';

export const OVERSIGHT: Chapter = {
  area: 'oversight',
  points: [
    {
      topic: '推进党务、政务、村务公开',
      sentences: [
        { clauses: ['坚持以公开为常态、不公开为例外'] },
        {
          lead: '{@asOf}，',
          clauses: [
            '{@place}级党务、政务公开栏有{disclosure-boards.township}',
            '党务、村务公开栏都已建立的村有{disclosure-boards.village}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '协助各村查看村务公开{village-disclosure.checks}',
            '看出没有按规定公布的村务事项{village-disclosure.missing}',
            '村里补公布村务事项{village-disclosure.mended}',
            '收到村民反映村务公开的事{village-disclosure.reports}',
          ],
        },
      ],
    },
    {
      topic: '自觉接受各方面监督',
      sentences: [
        {
          clauses: [
            {
              say: '{@period}收到监督意见{supervision.opinions}',
              of: [
                '人大代表建议{supervision.congress}',
                '政协提案{supervision.cppcc}',
                '司法建议{supervision.judicial}',
                '检察建议{supervision.prosecution}',
                '审计意见{supervision.audit}',
                '政府督查{supervision.inspection}',
                '法治督察{supervision.rule-of-law}',
                '复议意见书{supervision.review}',
                '行政执法监督{supervision.enforcement}',
                '媒体和群众意见{supervision.public}',
              ],
            },
            '答复{supervision.answered}',
            '代表建议和政协提案办复率{supervision.motions-answer-rate}',
          ],
        },
        {
          clauses: [
            '监督反馈问题{supervision.problems}',
            '完成整改{supervision.rectified}',
            '整改率{supervision.rectification-rate}',
          ],
        },
        {
          clauses: [
            '巡察反馈问题{inspection-tours.problems}',
            '完成巡察整改{inspection-tours.rectified}',
            '整改率{inspection-tours.rectification-rate}',
          ],
        },
        {
          clauses: [
            '办理热线工单{hotline.orders}',
            '按期答复率{hotline.on-time-rate}',
            '群众满意率{hotline.satisfaction-rate}',
          ],
        },
      ],
    },
    {
      topic: '落实行政执法责任制',
      sentences: [
        {
          clauses: [
            '{@period}受理执法投诉举报{enforcement-complaints}',
            '查实{enforcement-complaints.founded}',
            '追究执法责任{enforcement-responsibility}',
          ],
        },
      ],
    },
    {
      topic: '规范机关运转',
      sentences: [
        {
          clauses: [
            '{@period}承接上级任务{upper-tasks}',
            '完成{upper-tasks.answered}',
            '按期完成率{upper-tasks.on-time-rate}',
          ],
        },
        {
          clauses: [
            '登记收文{documents.received}',
            '印发公文{documents.issued}',
            '整理归档{archives.boxes}',
            '向县档案馆移交{archives.handed-over}',
          ],
        },
      ],
    },
    {
      topic: '依法公开政府信息',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '主动公开政务信息{disclosures.government}',
            '按期公开率{disclosures.in-time}',
            '公开村务信息{disclosures.village}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '收到政府信息公开申请{information-requests.received}',
            {
              say: '答复{information-requests.answered}',
              of: [
                '予以公开{information-requests.opened}',
                '部分公开{information-requests.partly}',
                '不予公开{information-requests.refused}',
                '无法提供{information-requests.unavailable}',
                '不予处理{information-requests.unprocessed}',
              ],
            },
            '申请人撤回或者逾期不补正、视为放弃的公开申请有{information-requests.otherwise}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: ['尚未办结、结转下年度继续办理的公开申请有{information-requests.pending}'],
        },
        { lead: '{@period}', clauses: ['收到政府信息更正申请{information-corrections}'] },
      ],
    },
    {
      topic: '自觉接受复议和司法监督',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            {
              say: '收到行政复议案件{reviews.received}',
              of: ['被纠错{reviews.lost}'],
            },
            {
              say: '收到行政诉讼案件{lawsuits.received}',
              of: ['败诉{lawsuits.lost}'],
            },
            '行政机关负责人出庭应诉率{lawsuits.head-attended}',
            '收到国家赔偿申请{office-claims.compensation}',
          ],
        },
      ],
    },
  ],
};
