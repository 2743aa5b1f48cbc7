import * as fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

/** Text as people and programs send it: Chinese, controls, halves of characters, things that look like something. */
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    '秘密★',
    '13900001111',
    '../../x',
    `'; DROP TABLE entry; --`,
    '{{7*7}}',
    '9'.repeat(30),
  ),
);

function textOf({ enum: choices, format, pattern }: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(choices)) return fc.constantFrom(...(choices as string[]));
  if (format === 'date') {
    const wrong = fc.constantFrom('2024-02-30', '2031-01-01', '0000-00-00', '2024-3-5');
    return fc.oneof({ weight: 6, arbitrary: fc.constant('2024-03-05') }, { weight: 1, arbitrary: wrong });
  }
  if (format === 'uuid') return fc.uuid();
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  return TEXT;
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties as Record<string, Schema>);
  // Optional things are left out mostly: where all are there, one of them is always wrong.
  const known = fc
    .record(
      Object.fromEntries(
        fields.map(([name, schema]) => [
          name,
          (required as string[]).includes(name)
            ? fromSchema(schema)
            : fc.oneof(
                { weight: 5, arbitrary: fc.constant(undefined) },
                { weight: 1, arbitrary: fromSchema(schema) },
              ),
        ]),
      ),
    )
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)));
  if (typeof additionalProperties !== 'object') return known;
  return fc.dictionary(TEXT, fromSchema(additionalProperties as Schema), { maxKeys: 3 });
}

/** A value that fits the schema's shape, or now and then one that fits nothing. */
export function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 60, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...(schema['anyOf'] as Schema[]).map(fromSchema));
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.oneof(
        { weight: 5, arbitrary: fc.nat(1000) },
        { weight: 1, arbitrary: fc.constantFrom(0, -1, 2 ** 53, 1e300) },
      );
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fromSchema((schema['items'] ?? {}) as Schema), { maxLength: 4 });
    case 'object':
      return objectOf(schema);
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** A query string from a schema; whatever it holds is text. */
export function queryFromSchema(schema: Schema | undefined): fc.Arbitrary<string> {
  if (!schema) return fc.constant('');
  return objectOf({ ...schema, required: [] }).map((value) => {
    const query = new URLSearchParams();
    for (const [name, given] of Object.entries(value as Record<string, unknown>)) {
      for (const each of Array.isArray(given) ? given : [given]) {
        query.append(name, typeof each === 'string' ? each : JSON.stringify(each ?? null));
      }
    }
    return query.size > 0 ? `?${query.toString()}` : '';
  });
}
