import { describe, expect, it } from 'vitest';
import { Refusal } from '../kernel/index.ts';
import { assertPassword, readPassword, type Owner } from './password.ts';

const OWNER: Owner = {
  org: '520581999000',
  organisation: '柳河苗族乡(演示)',
  account: 'wangtao',
};

function said(password: string): string {
  try {
    assertPassword(readPassword(password), OWNER);
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe('a password may be', () => {
  it.each([
    'correct horse battery',
    '竹篮打水一场空欢喜哟',
    'kx7#Qm2!vR',
    '雨后的第三条 green 鱼',
    'Zebra-lamp-47-sofa',
    '雨后青山有鱼 green zebra lamp 47 '.repeat(2),
  ])('%s', (password) => {
    expect(said(password)).toBe('');
  });
});

describe('a password may not be', () => {
  it.each([
    ['少于10个字', ['kx7#Qm2!v', '竹篮打水一场空']],
    ['多于128个字', ['ajshd7wqpoe'.repeat(12)]],
    ['只有几个字反复出现', ['aaaaaaaaaaaa', '121212121212']],
    ['名称、代码', ['wangtao-lamp-sofa', '柳河的第三条 green 鱼', 'lamp520581999000']],
    ['太常见', ['password123', 'qwertyuiop', '1qaz2wsx3edc', 'Q1W2E3R4T5!', 'password123!!']],
    ['只是一个号码', ['18798765432', '522425197703112598', '20240315774']],
    ['出生日期', ['liuyang19900101', 'chenjie900101', 'zhaolei_19850612']],
    [
      '只由常用的词、数字和键盘顺序拼成',
      [
        'Zhengfu@2024',
        'woaini5201314',
        'sifasuo123456',
        'Admin@123456',
        'asdfghjkl;123',
        '我爱中国5201314',
        'abcd1234!@#$',
      ],
    ],
  ])('%s', (problem, passwords) => {
    for (const password of passwords) expect(`${password} ${said(password)}`).toContain(problem);
  });
});

it('is the same however its characters were composed, and not otherwise changed', () => {
  expect(readPassword('e\u0301té lamp sofa')).toBe('été lamp sofa');
  expect(readPassword(' Ab ')).toBe(' Ab ');
  expect(readPassword('Ａ')).toBe('Ａ');
});
