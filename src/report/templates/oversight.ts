import type { Chapter } from './form.ts';

export const OVERSIGHT: Chapter = {
  area: 'oversight',
  points: [
    {
      topic: '推进党务、政务、村务公开',
      sentences: [
        { clauses: ['坚持以公开为常态、不公开为例外'] },
        {
          lead: '{@asOf}，',
          clauses: [
            '{@place}级党务、政务公开栏有{disclosure-boards.township}',
            '党务、村务公开栏都已建立的村有{disclosure-boards.village}',
          ],
        },
      ],
    },
  ],
};
