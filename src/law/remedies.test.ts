import { describe, expect, it } from 'vitest';
import { remediesText } from './remedies.ts';

describe('what a decision says of the remedies (救济途径)', () => {
  it('FY-04 FY-17 review within sixty days, or a lawsuit within six months', () => {
    expect(remediesText({})).toBe(
      '如不服本决定，可以自收到本决定书之日起六十日内向县级人民政府申请行政复议，也可以自收到本决定书之日起六个月内直接向基层人民法院提起行政诉讼。',
    );
  });

  it('FY-06 where the review comes first, it never says that one may sue at once', () => {
    const text = remediesText({ reviewFirst: true });
    expect(text).toContain('六十日内向县级人民政府申请行政复议');
    expect(text).toContain('应当先申请行政复议，不能直接起诉');
    expect(text).toContain('复议决定书之日起十五日内');
    expect(text).not.toContain('六个月');
    expect(text).not.toContain('也可以');
  });

  it('a settled dispute over land is sued against within thirty days', () => {
    expect(remediesText({ landDispute: true })).toContain('三十日内直接向基层人民法院');
  });
});
