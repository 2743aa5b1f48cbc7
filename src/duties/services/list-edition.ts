import { dayField, text, type Citation, type Step } from '../../kernel/index.ts';

const editionFields = {
  name: text('清单名称', { privacy: 'public' }),
  effectiveOn: dayField('生效日', { privacy: 'public', future: true }),
  publishedOn: dayField('公布日', { privacy: 'public' }),
  address: text('公布位置', { privacy: 'public', help: '网址，或公开栏的位置' }),
};

const EDITION_STATES = { drafted: '编制中', published: '已公布' } as const;

/** What every published edition (版本) of a list is: drawn up, published in time, open to all. Its items are those listed on its day. */
export const LIST_EDITION = {
  room: 'services',
  title: 'name',
  fields: editionFields,
  states: EDITION_STATES,
  terms: [{ rule: 'GK-08', from: 'effectiveOn', metBy: 'publishedOn' }],
  disclosure: { in: ['published'], fields: ['name', 'effectiveOn', 'publishedOn', 'address'] },
} as const;

type EditionStep = Step<typeof editionFields, keyof typeof EDITION_STATES>;

/** Its two steps, with what each rests on. */
export function editionSteps(drawnUpBy: Citation, publishedBy: EditionStep['basis']) {
  return {
    draft: {
      label: '编制',
      by: ['judicial-office'],
      basis: drawnUpBy,
      from: 'start',
      to: 'drafted',
      asks: ['name', 'effectiveOn'],
    },
    publish: {
      label: '公布',
      by: ['judicial-office'],
      basis: publishedBy,
      from: ['drafted'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
    },
  } as const satisfies Readonly<Record<string, EditionStep>>;
}
