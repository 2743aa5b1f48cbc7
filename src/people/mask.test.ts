import { describe, expect, it } from 'vitest';
import { file, longText, people, person } from '../kernel/index.ts';
import { maskIdNumber, maskName, maskPhone, maskValue } from './mask.ts';

describe('what those see who do not handle the matter', () => {
  it.each([
    ['李某', '李*'],
    ['欧阳某某', '欧***'],
    ['李', '*'],
    ['𠮷田', '𠮷*'],
  ])('the name %s is %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('a phone keeps three and four digits, an identity number two', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('4410237')).toBe('*****37');
    expect(maskPhone('1')).toBe('*');
    expect(maskIdNumber('520581199001011234')).toBe('****************34');
  });

  it('a person shows no more than that, a narrative nothing, a file only its size', () => {
    const parties = [{ name: '张三', phone: '13800001234', idNumber: '520581199001011234', address: '三组' }];
    const shown = JSON.stringify(maskValue(people('当事人'), parties));
    for (const secret of ['张三', '0000', '1990', '三组']) expect(shown).not.toContain(secret);
    expect(maskValue(person('申请人'), { name: '张三' })).toEqual({ name: '张*' });
    expect(maskValue(longText('经过', { privacy: 'personal' }), '两家争地')).toBe('***');
    const scan = { name: '张三身份证.jpg', size: 9, sha256: 'a'.repeat(64) };
    expect(maskValue(file('附件'), scan)).toEqual({ name: '（附件）', size: 9 });
  });
});
