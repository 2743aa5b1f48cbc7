import { describe, expect, it } from 'vitest';
import { check } from '../../src/checker/index.ts';

/** Pieces that lead many patterns on and end none of them. */
const PIECES = [
  '1', '一', '其中', '(', '“', '《', '、', '12件', '12件、', '12件,', '12件(', '比上年12件', '率50%', '1,', '由', '第1', '2024年',
  '分别为', '镇级1个、', '未制定', '上述12件合同', '一是', '专职1名、', '20起,化解10起,', '占50%,', '全镇12个村均', 'A', '我镇我乡',
  '张某', '2024年,开展', '每年不少于4次', '\n一、2024年成效', '(二)', '(2021—2025年)', '村的有12个,', '13800000000 ', '河湾乡党委,', '合计 5;', '进村 5;', '普法宣讲12场', '全乡十二场普法宣讲',
]; // prettier-ignore

const CHARACTERS = 24_000;

function timeOf(piece: string, characters: number): number {
  const text = piece.repeat(Math.ceil(characters / piece.length));
  const started = process.cpuUsage();
  check(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

describe('time grows with length and no faster', () => {
  it.each(PIECES)(
    'on %j again and again',
    (piece) => {
      timeOf(piece, CHARACTERS);
      const short = timeOf(piece, CHARACTERS);
      const long = timeOf(piece, 4 * CHARACTERS);
      // Quadratic time would be sixteen times as long; short runs drown in noise.
      expect(long).toBeLessThan(Math.max(8 * short, 400));
    },
    60_000,
  );
});
