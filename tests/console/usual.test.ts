import { describe, expect, it } from 'vitest';
import { offering, ofToday, usualFrom, withUsual } from '../../console/screens/form/usual.ts';
import type { Values } from '../../console/screens/form/values.ts';

const OFFERS = {
  channel: { value: 'group', from: '本人岗位' },
  cause: { value: '占道经营', from: '“案件”里的' },
};
const BY_LINK = new Set(['cause']);
const offered = (values: Values, offers: object = OFFERS): Values =>
  withUsual(values, offers as typeof OFFERS, BY_LINK);

describe('usual values in a form', () => {
  it('fill what is empty, marked, and leave what was typed', () => {
    const values = offered({ cause: '乱搭乱建' });
    expect(values).toMatchObject({ channel: 'group', cause: '乱搭乱建' });
    expect(usualFrom(values, 'channel')).toBe('本人岗位');
    expect(usualFrom(values, 'cause')).toBeUndefined();
    expect(usualFrom({ ...values, channel: 'village' }, 'channel')).toBeUndefined();
  });

  it('change nothing the second time: the very same values', () => {
    const values = offered({});
    expect(offered(values)).toBe(values);
  });

  it('do not come back where somebody emptied them, nor change under the hand', () => {
    const emptied = { ...offered({}), channel: undefined, cause: '' };
    expect(offered(emptied)).toBe(emptied);
    const other = { ...OFFERS, channel: { value: 'village', from: '本人上一次登记的' } };
    expect(offered(offered({}), other)).toMatchObject({ channel: 'group' });
  });

  it('follow a link that is chosen anew or taken away, unless somebody typed', () => {
    const second = { ...OFFERS, cause: { value: '未批先建', from: '“案件”里的' } };
    expect(offered(offered({}), second)).toMatchObject({ cause: '未批先建' });
    expect(offered({ ...offered({}), cause: '另有案由' }, second)).toMatchObject({ cause: '另有案由' });
    const without = offered(offered({}), { channel: OFFERS.channel });
    expect(without['cause']).toBeUndefined();
    expect(offered(without)).toMatchObject({ cause: '占道经营' });
  });

  it('call a day today only while it is', () => {
    const first = offering({ heldOn: ofToday() });
    expect(usualFrom(first, 'heldOn')).toBe('今天');
    const old = offering({ heldOn: { value: '2026-01-05', from: '今天' } });
    expect(old['heldOn']).toBe('2026-01-05');
    expect(usualFrom(old, 'heldOn')).toBeUndefined();
  });
});
