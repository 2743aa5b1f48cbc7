import { expect, it } from 'vitest';
import { namesIn } from '../../console/special/names.ts';

it.each([
  ['文例舟、安样柏，熊拟霞', ['文例舟', '安样柏', '熊拟霞']],
  ['1. 文例舟\n2. 安样柏\n3.文例舟', ['文例舟', '安样柏']],
  ['文例舟\t司法所\r\n', ['文例舟', '司法所']],
  ['  ', []],
])('reads the names of %j, each once', (pasted, names) => {
  expect(namesIn(pasted)).toEqual(names);
});
