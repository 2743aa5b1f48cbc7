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
            { say: '有人民调解员{mediators.total}', of: ['专职{mediators.full-time}'] },
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: [
            {
              say: '划定网格{grids}',
              of: ['专职网格员{grids.full-time}', '兼职网格员{grids.part-time}'],
            },
            '组建邻里联户{household-groups}',
            '编入联户的有{household-groups.households}',
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
            {
              before: '排查受理的纠纷按类型分，有',
              list: [
                '邻里纠纷{disputes.type.neighbour}',
                '婚姻家庭纠纷{disputes.type.family}',
                '房屋宅基地纠纷{disputes.type.homestead}',
                '山林土地纠纷{disputes.type.land}',
                '损害赔偿纠纷{disputes.type.damage}',
                '合同纠纷{disputes.type.contract}',
                '生产经营纠纷{disputes.type.business}',
                '劳动争议纠纷{disputes.type.labour}',
                '征地拆迁纠纷{disputes.type.demolition}',
                '道路交通事故纠纷{disputes.type.traffic}',
                '消费纠纷{disputes.type.consumer}',
                '医疗纠纷{disputes.type.medical}',
                '物业纠纷{disputes.type.property}',
                '环境污染纠纷{disputes.type.pollution}',
                '旅游纠纷{disputes.type.tourism}',
                '电子商务和互联网纠纷{disputes.type.online}',
                '知识产权纠纷{disputes.type.intellectual}',
                '其他纠纷{disputes.type.other}',
              ],
            },
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            { say: '开展矛盾纠纷排查{screening-rounds}', of: ['没有发现纠纷的{screening-rounds.zero}'] },
            '开展过排查的村有{screening-rounds.villages}',
            '在排查中发现矛盾纠纷{disputes.found-in-rounds}',
          ],
        },
        {
          clauses: [
            {
              before: '排查受理的纠纷按渠道分，',
              list: [
                '村人民调解委员会受理{disputes.channel.village}',
                '乡镇人民调解委员会受理{disputes.channel.township}',
                '公共法律服务工作站受理{disputes.channel.station}',
                '联户受理{disputes.channel.group}',
                '综治中心受理{disputes.channel.centre}',
              ],
            },
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '人民调解委员会调解矛盾纠纷{mediation-committees.mediations}',
            '矛盾纠纷调解成功率{disputes.success-rate}',
            '月内化解的占{disputes.within-month-rate}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '达成书面调解协议{disputes.written-agreements}',
            '调解协议涉及金额{disputes.agreed-amount}',
            '双方共同申请司法确认{disputes.confirmation-requests}',
            '法院确认有效{disputes.confirmed}',
            '移交有关单位处理的矛盾纠纷有{disputes.handed-over}',
            {
              say: '发放以案定补的矛盾纠纷有{disputes.subsidised}',
              of: ['以案定补金额{disputes.subsidies}'],
            },
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            { say: '收到信访件{petitions.received}', of: ['走访{petitions.visitors}'] },
            '信访事项及时告知率{petitions.informed-in-time}',
            '信访事项按期办结率{petitions.concluded-in-time}',
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
