import type { Story } from './story.ts';

function officer(certificate: string, values: object = {}): NonNullable<Story['others']>[string] {
  const act = {
    step: 'certify',
    on: '2024-03-01',
    values: { officer: { name: '某某' }, certificate, ...values },
  };
  return { kind: 'enforcement-officer', acts: [act] };
}

/** Records that stories of enforcement need: two officers, one whose certificate has run out, one who is away. */
export const TEAM = {
  first: officer('演示证甲'),
  second: officer('演示证乙'),
  expired: officer('演示证丙', { endedOn: '2025-03-01' }),
} satisfies NonNullable<Story['others']>;

/** An officer who has been away since a day of 2025. */
export const AWAY: NonNullable<Story['others']>[string] = {
  kind: 'enforcement-officer',
  acts: [...officer('演示证丁').acts, { step: 'leave', on: '2025-04-01', values: { awayFor: 'lent' } }],
};
