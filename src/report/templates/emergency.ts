import type { Chapter } from './form.ts';

export const EMERGENCY: Chapter = {
  area: 'emergency',
  points: [
    {
      topic: '健全突发事件应对机制',
      sentences: [
        { clauses: ['坚持预防为主、预防与应急相结合'] },
        { lead: '{@period}', clauses: ['召开安全专题会和日常调度会{safety-meetings}'] },
        {
          clauses: [
            {
              before: '{@current}有效的',
              list: ['应急预案有{emergency-plans.named}', '带班值守制度有{internal-rules.duty-roster}'],
            },
            '村级应急预案有{emergency-plans.village}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '修订应急预案{emergency-plans.revised}',
            '安排应急值班{duty-roster.shifts}',
            '办理值班交接{duty-roster.handed}',
          ],
        },
      ],
    },
    {
      topic: '排查整治安全隐患',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            { say: '排查安全隐患{hazards}', of: ['重大隐患和险情{hazards.serious}'] },
            '复查销号{hazards.closed}',
            '移交有权部门{hazards.handed-on}',
            '隐患整改率{hazards.rectification-rate}',
          ],
        },
      ],
    },
    {
      topic: '充实应急物资储备',
      sentences: [
        { clauses: ['推进应急物资规范化管理'] },
        {
          lead: '{@asOf}，',
          clauses: [
            {
              before: '建有',
              list: ['{@place}级应急物资库{storehouses.township}', '村级应急物资储备室{storehouses.village}'],
            },
            {
              before: '储备应急物资',
              list: ['{emergency-supplies.items}', '账面结存{emergency-supplies.pieces}'],
            },
            '超出账面、尚待核实的出库{emergency-supplies.awaiting}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '盘点应急物资{emergency-supplies.counts}',
            '突发事件处置中发放应急物资{emergency-supplies.issued}',
          ],
        },
      ],
    },
    {
      topic: '建强应急救援队伍',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            {
              before: '组建',
              list: ['{@place}级救援队伍{rescue-teams.township}', '村级救援队伍{rescue-teams.village}'],
            },
            {
              list: ['{@place}级队员{rescue-members.township}', '村级队员{rescue-members.village}'],
            },
          ],
        },
      ],
    },
    {
      topic: '提高依法处置能力',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '预警叫应{warning-callouts}',
            '叫应到人{warning-callouts.people}',
            '应答率{warning-callouts.answer-rate}',
            '组织避险转移{evacuations}',
            '转移群众{evacuations.people}',
            '转移群众涉及{evacuations.households}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '处置突发事件{incidents}',
            '造成死亡{incidents.dead}',
            '造成受伤{incidents.injured}',
            '调派应急救援队伍{rescue.dispatches}',
            '出动应急救援队员{rescue.people-sent}',
            '开展突发事件复盘{incidents.reviewed}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: [{ before: '建有', list: ['避灾点{shelters}', '可容纳{shelters.capacity}'] }],
        },
        {
          lead: '{@period}',
          clauses: [
            '开展消防及安全应急演练{emergency-drills}',
            '参加应急演练{emergency-drills.people}',
            '演练中发现问题{emergency-drills.problems}',
            '从演练和复盘提出改进{emergency-lessons}',
            '完成改进{emergency-lessons.done}',
            '举办安全生产培训{safety-training.sessions}',
            '培训{safety-training.people}',
          ],
        },
      ],
    },
    {
      topic: '普及安全应急知识',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '开展安全宣传{safety-publicity.activities}',
            '发放安全宣传资料{safety-publicity.leaflets}',
            '宣传覆盖{safety-publicity.people}',
          ],
        },
      ],
    },
  ],
};
