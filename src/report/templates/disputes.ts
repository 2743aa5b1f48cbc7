import type { Chapter } from './form.ts';

export const DISPUTES: Chapter = {
  area: 'disputes',
  points: [
    {
      topic: '健全人民调解组织',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            {
              say: '全{@place}有人民调解委员会{mediation-committees.total}',
              of: ['{@place}级{mediation-committees.township}', '村级{mediation-committees.village}'],
            },
          ],
        },
      ],
    },
    {
      topic: '把矛盾纠纷化解在基层',
      sentences: [
        {
          clauses: [
            '坚持和发展{@mediation}',
            '{@period}排查受理矛盾纠纷{disputes.screened}',
            {
              say: '化解矛盾纠纷{disputes.settled}',
              of: ['当年排查、当年化解的{disputes.screened-and-resolved}'],
            },
          ],
        },
        {
          clauses: [
            '召开群众会、院坝会和开展各类纠纷预防宣传活动{dispute-publicity.activities}',
            '发放宣传资料{dispute-publicity.leaflets}',
          ],
        },
      ],
    },
    {
      topic: '抓实干部学法',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '党委理论学习中心组学法{study.theory-group}',
            '党委（扩大）会学法{study.enlarged-committee}',
            '干部职工大会学法{study.staff-assembly}',
            '举办法治专题讲座{study.lectures}',
          ],
        },
        {
          clauses: [
            '依托线上平台学法的干部职工有{online-learning.people}',
            {
              before: '学法考试',
              list: [
                '参与率{online-exam.participation-rate}',
                '合格率{online-exam.pass-rate}',
                '优秀率{online-exam.excellent-rate}',
              ],
            },
          ],
        },
      ],
    },
    {
      topic: '深入开展法治宣传教育',
      sentences: [
        {
          clauses: [
            '实施{@publicity-plan}',
            {
              say: '{@period}开展各类法治宣传{legal-publicity.activities}',
              of: ['法治进校园活动{campus-law-activities}'],
            },
            '发放法治宣传资料{legal-publicity.leaflets}',
            '受教育群众{legal-publicity.people}',
          ],
        },
        {
          lead: '其中，',
          clauses: [
            '宪法宣传周活动{legal-publicity.constitution-week}',
            '民法典宣传月活动{legal-publicity.civil-code-month}',
            '禁毒宣传{legal-publicity.drugs}',
            '反电信诈骗宣传{legal-publicity.fraud}',
            '集市法治宣传{legal-publicity.markets}',
            '院坝法治宣传{legal-publicity.courtyards}',
          ],
        },
        {
          clauses: [
            '落实“谁执法谁普法”，列入普法责任清单事项{publicity-duties.listed}',
            '普法责任清单完成率{publicity-duties.completion-rate}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: [
            {
              say: '在用的法治宣传载体{publicity-channels.total}',
              of: ['法治宣传栏{publicity-channels.boards}', '大喇叭{publicity-channels.loudspeakers}'],
            },
            '法治宣传阵地{law-places.total}',
            '有法治宣传阵地的村{villages.with-law-places}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: [
            '已颁证的法律明白人{law-minders.total}',
            '有法律明白人的村{villages.with-law-minders}',
            '在聘法治副校长{legal-vice-principals}',
            '配备法治副校长的学校{schools.with-legal-vice-principal}',
          ],
        },
      ],
    },
  ],
};
