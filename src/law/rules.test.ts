import { describe, expect, it } from 'vitest';
import { citationText } from '../kernel/citation.ts';
import { day } from '../kernel/day.ts';
import { documentNumber, documentNumberText } from '../kernel/document-number.ts';
import { deadline } from './deadline.ts';
import { COERCION_RULES } from './rules/coercion.ts';
import { COUNSEL_RULES, DECISION_RULES, OPENNESS_RULES } from './rules/decisions.ts';
import { getRule, rule, RULES } from './rules/index.ts';
import { OVERSIGHT_RULES } from './rules/oversight.ts';
import { PENALTY_RULES } from './rules/penalty.ts';
import { blocksOn, type LawRule } from './rules/rule.ts';
import { LICENCE_RULES, SERVICE_RULES } from './rules/services.ts';
import {
  EMERGENCY_RULES,
  LEADERSHIP_RULES,
  MEDIATION_RULES,
  PETITION_RULES,
  REMEDY_RULES,
} from './rules/society.ts';
import { getTerm, TERMS } from './terms/index.ts';
import type { TermRule } from './terms/term.ts';

const all: readonly LawRule[] = Object.values(RULES);

describe('程序规则', () => {
  it('每条只登记一次，有一句中文、条文和可信等级', () => {
    const groups = [
      PENALTY_RULES,
      OVERSIGHT_RULES,
      COERCION_RULES,
      LICENCE_RULES,
      SERVICE_RULES,
      DECISION_RULES,
      COUNSEL_RULES,
      OPENNESS_RULES,
      REMEDY_RULES,
      PETITION_RULES,
      MEDIATION_RULES,
      EMERGENCY_RULES,
      LEADERSHIP_RULES,
    ];
    expect(groups.flatMap((group) => Object.keys(group))).toHaveLength(all.length);
    for (const one of all) {
      expect(one.sentence, one.id).toMatch(/^[\u4e00-\u9fff].+。$/);
      expect(citationText(one.basis).includes('待原文复核'), one.id).toBe(one.grade !== 'A');
    }
  });

  it('只有原文确定、直接或者依职权约束乡镇的才能拦截', () => {
    for (const one of all) {
      if (one.hard && !one.apart)
        expect([one.grade, one.may, one.binding.includes('参')], one.id).toEqual(['A', false, false]);
      if (one.grade === 'B') expect(one.mark, one.id).toBe('待原文复核');
      if (one.grade === 'M') expect(one.mark, one.id).toBe('仅作提示');
    }
    expect(rule('CF-20').hard).toBe(true);
    // 条文要求由审核人员审核，没有写明与承办人分开：由本系统分开，不说是条文写的。
    expect(all.filter(({ apart }) => apart).map(({ id }) => id)).toEqual(['CF-59']);
    expect([rule('CF-37').hard, rule('CF-59').hard, rule('CF-59').grade]).toEqual([true, true, 'M']);
    expect(rule('CF-05').hard).toBe(true);
    expect(rule('RT-18').hard).toBe(false);
  });

  it('规则按行为当日的法律拦截：新普法法施行前不拦', () => {
    expect(blocksOn(rule('PF-06'), day('2025-10-31'))).toBe(false);
    expect(blocksOn(rule('PF-06'), day('2025-11-01'))).toBe(true);
  });

  it('不认识的编号被拒绝', () => {
    expect(() => getRule('CF-999')).toThrow('没有编号');
    expect(() => getRule('constructor')).toThrow('没有编号');
    expect(() => getTerm('toString')).toThrow('没有编号');
    expect(getRule('CF-20')).toBe(rule('CF-20'));
  });
});

describe('常见误编码（law-rules 第20节）', () => {
  const unit = (id: string) => [getTerm(id).unit, getTerm(id).count];

  it('1 处罚法只有二、三、五、七日是工作日，十五日、九十日不是', () => {
    for (const id of ['CF-49', 'CF-27', 'CF-42', 'CF-34', 'CF-40', 'CF-43'])
      expect(getTerm(id).unit, id).toBe('workday');
    expect([unit('CF-47'), unit('CF-39')]).toEqual([
      ['day', 15],
      ['day', 90],
    ]);
  });

  it('2 申请听证是五个工作日，不是三日', () => expect(unit('CF-42')).toEqual(['workday', 5]));

  it('3 首违不罚是可以，轻微不罚才是应当', () => {
    expect(rule('CF-13').sentence).toContain('初次违法且后果轻微并及时改正的，可以');
    expect(rule('CF-13').note).toContain('轻微不罚是应当');
  });

  it('4 当场处罚、不予公开、不履职、自然资源权属侵害，先复议', () => {
    expect(rule('FY-06').sentence).toContain('应当先申请复议');
    expect(rule('CF-31').basis.statute).toBe('FY');
    expect(rule('GK-18').basis.article).toBe('第二十三条');
  });

  it('5 赋权不是委托：印章和被申请人不同', () => {
    expect(rule('CF-38').note).toContain('赋权的盖乡镇人民政府印章，受委托的盖委托机关印章');
    expect([rule('CF-04').binding, rule('CF-05').binding]).toEqual([['赋'], ['托']]);
  });

  it('6 处罚权下放不带许可权、强制执行权', () => {
    expect(rule('XK-01').note).toContain('不能');
    expect(rule('QZ-09').sentence).toContain('由法律设定');
  });

  it('7 赋权事项要有起止，收回即停', () => expect(rule('QD-04').sentence).toContain('起止日期'));

  it('8 已废止的环保单行法：新行为不引，旧行为不拦', () => {
    expect(rule('CF-58').sentence).toContain('从旧兼从轻');
    expect(blocksOn(rule('CF-58'), day('2026-08-14'))).toBe(false);
  });

  it('9 村务公开是第三十五条，村委会五年，调委会三年', () => {
    expect(rule('CW-01').basis.article).toBe('第三十五条');
    expect(rule('CW-10').sentence).toContain('任期五年');
    expect(unit('RT-03')).toEqual(['year', 3]);
  });

  it('10 网络安全法等级保护是第二十三条', () => {
    expect(rule('SJA-10').basis).toMatchObject({ article: '第二十三条', edition: '2026-01-01' });
  });

  it('11 重大决策条例对乡镇是参照，一般不少于三十日，没有七日底线', () => {
    for (const one of Object.values<LawRule>(DECISION_RULES).filter(({ id }) => id !== 'JC-19')) {
      expect([one.binding, one.hard], one.id).toEqual([['参'], false]);
    }
    expect(unit('JC-05')).toEqual(['day', 30]);
    expect(getTerm('JC-05').note).toContain('没有七日的底线');
  });

  it('12 三种审查期限各不相同：决策七个工作日，文件五至十五，处罚法制审核没有天数', () => {
    expect([unit('JC-10'), unit('GF-09.minimum'), unit('GF-09')]).toEqual([
      ['workday', 7],
      ['workday', 5],
      ['workday', 15],
    ]);
    expect(Object.keys(TERMS).some((id) => id.startsWith('CF-37'))).toBe(false);
  });

  it('13 公开年报1月31日对乡镇是配置，不是条例硬规定', () => {
    expect([getTerm('GK-19').binding, getTerm('GK-20').binding]).toEqual([['关'], ['配置']]);
  });

  it('14 法治政府年报是3月1日报告、4月1日公开，且待原文复核', () => {
    expect([getTerm('ND-01').date, getTerm('ND-02').date]).toEqual(['03-01', '04-01']);
    expect([rule('ND-01').hard, rule('ND-01').mark]).toEqual([false, '待原文复核']);
  });

  it('15 第一责任人规定和组织法第75条不直接适用乡镇', () => {
    expect([rule('PF-17').binding, rule('GF-01').binding, rule('GF-01').hard]).toEqual([
      ['参'],
      ['关'],
      false,
    ]);
  });

  it('16 调解一个月不是人民调解法的规定', () => {
    expect(rule('RT-09').basis.statute).toBe('RTG');
    expect(rule('RT-09').hard).toBe(false);
  });

  it('17 司法确认须双方共同申请', () => expect(rule('RT-14').sentence).toContain('共同申请'));

  it('18 加处罚款封顶，救济期间停算', () => {
    expect(rule('CF-50').sentence).toContain('不得超出罚款数额');
    expect(rule('CF-51').sentence).toContain('加处罚款的数额不予计算');
  });

  it('19 机关五个工作日内不告知补正，自收到材料之日起视为受理', () => {
    expect(getTerm('XK-06').bound).toBe('许可机关');
    expect(getTerm('XK-06').note).toContain('自收到材料之日起即为受理');
  });

  it('20 加处满三十日与申请法院是两条线：催告十个工作日、期满后三个月', () => {
    expect([unit('QZ-14'), unit('QZ-15.urge'), unit('QZ-15')]).toEqual([
      ['day', 30],
      ['workday', 10],
      ['month', 3],
    ]);
  });

  it('21 夜间和法定节假日不得强制执行，停水停电没有例外', () => {
    expect(rule('QZ-12')).toMatchObject({ hard: true });
    expect(rule('QZ-12').sentence).toMatch(/情况紧急的除外；不得对居民生活停水/);
  });

  it('22 网格员不得单独入企检查，未公布事项不得检查', () => {
    expect(rule('ZF-09').sentence).toContain('网格员');
    expect(rule('ZF-10').mark).toBe('待原文复核');
  });

  it('23 出庭不得只派律师，复议听证负责人也应参加', () => {
    expect(rule('FY-22').sentence).toContain('不得只派律师');
    expect(rule('FY-12').sentence).toContain('负责人应当参加');
  });

  it('24 预警和征用权不在乡镇；生产安全演练每二年至少一次', () => {
    expect([rule('YJ-14').binding, rule('YJ-16').binding]).toEqual([['关'], ['关']]);
    expect(unit('YJ-05')).toEqual(['year', 2]);
    expect(deadline('YJ-05', '2024-06-12').due).toBe('2026-06-12');
  });

  it('25 公文年份用六角括号，序号不加“第”、不补零；写错的说出正确的', () => {
    const { parse } = documentNumber('发文字号');
    const right = '石府发〔2026〕3号';
    for (const wrong of ['石府发[2026]3号', '石府发【2026】3号', '石府发(2026)第03号', '石府发〔2026〕03号'])
      expect(parse(wrong), wrong).toEqual({ problem: expect.stringContaining(`应写成“${right}”`) });
    expect(parse(right)).toEqual({ value: right });
    expect(documentNumberText({ series: '石府发', year: 2026, number: 3 })).toBe(right);
  });

  it('26 节假日不只看周末：补班日计入，除夕和5月2日放假', () => {
    expect(
      deadline('XF-05.objection', '2026-02-13').days.find((one) => one.date === '2026-02-14')?.counted,
    ).toBe(true);
    expect(
      deadline('XF-05.objection', '2025-04-30').days.find((one) => one.date === '2025-05-02')?.counted,
    ).toBe(false);
  });

  it('27 地方数额和天数不写死：听证数额、陈述申辩天数没有期限规则，备案天数按登记的地方规定', () => {
    expect([getTerm('GF-11').variable, getTerm('GF-11').binding]).toEqual([true, ['配置']]);
    expect(deadline('GF-11', '2026-04-01', { count: 30 }).due).toBe('2026-05-01');
    expect(() => deadline('CF-39', '2026-04-01', { count: 30 })).toThrow('期限不能是30');
    for (const id of ['CF-22', 'CF-41', 'ZF-19']) expect(Object.hasOwn(TERMS, id), id).toBe(false);
    expect(rule('CF-41').note).toContain('可配置');
  });
});

describe('期限规则', () => {
  const terms: readonly TermRule[] = Object.values(TERMS);

  it('许可机关的期限一律是工作日（许可法第82条）', () => {
    for (const one of terms.filter((t) => t.basis.statute === 'XK' && t.role === 'duty')) {
      expect(one.unit, one.id).toBe('workday');
    }
  });

  it('强制法十日以内是工作日，复议法三五七十日是工作日，其余不是', () => {
    const named: Readonly<Record<string, readonly number[]>> = {
      QZ: [3, 5, 7, 10],
      FY: [3, 5, 7, 10],
      CF: [2, 3, 5, 7],
    };
    for (const one of terms) {
      const short = named[one.basis.statute];
      if (!short || (one.unit !== 'day' && one.unit !== 'workday')) continue;
      expect(one.unit, one.id).toBe(short.includes(one.count) ? 'workday' : 'day');
    }
  });

  it('信访只有异议的五日是工作日', () => {
    const working = terms.filter((t) => t.basis.statute === 'XF' && t.unit === 'workday').map((t) => t.id);
    expect(working).toEqual(['XF-05.objection']);
  });

  it('工作日和倒数的期限不顺延；M级的标明待复核', () => {
    for (const one of terms) {
      if (one.unit === 'workday' || one.direction === 'before') expect(one.rollOver, one.id).toBeUndefined();
      expect(citationText(one.basis).includes('待原文复核'), one.id).toBe(one.grade !== 'A');
    }
  });
});
