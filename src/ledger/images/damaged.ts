import { Refusal } from '../../kernel/index.ts';

/** A picture that can't be read to its end can't be cleaned, so it does not go out. */
export function damaged(): Refusal {
  return new Refusal('bad-file', '图片已损坏，不能制作公开用的副本。', { next: '请换一张完整的图片。' });
}
