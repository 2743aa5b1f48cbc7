import { describe, expect, it } from 'vitest';
import { REGISTER } from '../duties/index.ts';
import { mayKnow, publicTitle, type Seen, type Viewer } from './visibility.ts';

const powerItem = REGISTER.kind('power-item');
const dispute = REGISTER.kind('dispute');

function record(over: Partial<Seen> = {}): Seen {
  return {
    state: 'listed',
    kind_version: 1,
    village: '柳树村',
    sealed: null,
    audience: 'office',
    is_drill: false,
    voided_by: null,
    ...over,
  };
}

const PUBLIC: Viewer = { as: 'public' };
const cadre = (over: object = {}): Viewer => ({
  as: 'office',
  account: 'a',
  posts: ['village-cadre'],
  ...over,
});

describe('the public', () => {
  it('may know of a disclosed record', () => {
    expect(mayKnow(PUBLIC, powerItem, record())).toBe(true);
  });

  it.each([
    ['of a kind without disclosure', dispute, {}],
    ['in a state that is not public', powerItem, { state: 'drafted' }],
    ['a drill', powerItem, { is_drill: true }],
    ['a voided record', powerItem, { voided_by: 3 }],
    ['a sealed record', powerItem, { sealed: 'county' }],
    ['a record for another audience', powerItem, { audience: 'leaders' }],
  ])('may not know of one %s', (_case, kind, over) => {
    expect(mayKnow(PUBLIC, kind, record(over))).toBe(false);
  });

  it('reads a title only where that field is disclosed', () => {
    expect(publicTitle(powerItem, '某事项')).toBe('某事项');
    expect(publicTitle(dispute, '某家纠纷')).toBe('矛盾纠纷');
  });
});

describe('the office', () => {
  it('sees its township; a village cadre only the village', () => {
    expect(mayKnow(cadre(), dispute, record())).toBe(true);
    expect(mayKnow(cadre({ villages: ['柳树村'] }), dispute, record())).toBe(true);
    expect(mayKnow(cadre({ villages: ['石桥村'] }), dispute, record())).toBe(false);
    expect(mayKnow(cadre({ villages: ['石桥村'] }), dispute, record({ village: null }))).toBe(false);
  });

  it('knows of a sealed record only with the clearance; the machine’s operator never', () => {
    expect(mayKnow(cadre(), dispute, record({ sealed: 'county' }))).toBe(false);
    expect(mayKnow(cadre({ clearances: ['county'] }), dispute, record({ sealed: 'county' }))).toBe(true);
    expect(mayKnow({ as: 'operator' }, dispute, record({ sealed: 'county' }))).toBe(false);
  });
});
