import type { Chapter } from './form.ts';

export const OVERSIGHT: Chapter = {
  area: 'oversight',
  points: [
    {
      topic: '推进党务、村务公开',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            '党务、村务公开栏都已建立的村有{disclosure-boards.village}',
            '村里的事在家门口看得到、问得清，接受群众监督',
          ],
        },
      ],
    },
  ],
};
