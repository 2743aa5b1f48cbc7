import type { Chapter } from './form.ts';

export const OVERSIGHT: Chapter = {
  area: 'oversight',
  points: [
    {
      topic: '推进党务、政务、村务公开',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            '{@place}级党务、政务公开栏有{disclosure-boards.township}',
            '党务、村务公开栏都已建立的村有{disclosure-boards.village}',
            '公开的事项群众在家门口就能看到、问到、监督',
          ],
        },
      ],
    },
  ],
};
