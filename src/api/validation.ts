import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import localize from 'ajv-i18n';
import fastJsonStringify, { type Schema as WritableSchema } from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/index.ts';

type AnySchema = Record<string, unknown>;

const COMMON = { allErrors: false, removeAdditional: false, strictSchema: false } as const;

/** What is in an address is text: numbers and lists are made of it. A body means what it says. */
const inAddress = new Ajv2020({ ...COMMON, coerceTypes: 'array', useDefaults: true });
const inBody = new Ajv2020({ ...COMMON, coerceTypes: false });
addFormats.default(inAddress);
addFormats.default(inBody);

/**
 * The values of an act are checked by the fields of its kind, which also take a choice's Chinese label and speak of the
 * field by its label; here it is enough that they are an object.
 */
function withoutValues(schema: AnySchema): AnySchema {
  const properties = schema['properties'] as AnySchema | undefined;
  if (properties?.['values'] === undefined) return schema;
  return { ...schema, properties: { ...properties, values: { type: 'object' } } };
}

function refusalOf(validate: ValidateFunction): Refusal {
  const [first] = validate.errors ?? [];
  if (first) localize.zh([first]);
  const { missingProperty, additionalProperty } = (first?.params ?? {}) as Record<string, string | undefined>;
  const place = [first?.instancePath.slice(1).replaceAll('/', '.'), missingProperty ?? additionalProperty]
    .filter(Boolean)
    .join('.');
  return new Refusal('bad-input', `请求的写法不对：${place ? `“${place}”` : ''}${first?.message ?? ''}。`, {
    ...(place ? { field: place } : {}),
    next: '请按接口说明改正后再试。',
  });
}

/** A NUL can be stored nowhere and is in nothing that a person wrote. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => name.includes('\0') || holdsNul(each));
}

/** Made when first needed: an office uses a few of some hundred routes, and starts at once. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * Checks requests against the schemas of their routes, a mismatch being a refusal in Chinese; and lets out of an answer
 * only what its schema names.
 */
export function addValidation(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    if (!holdsNul([params, query, Buffer.isBuffer(body) ? null : body])) return;
    throw new Refusal('bad-input', '请求里有乱码（空字符）。', { next: '请去掉乱码后再试。' });
  });
  app.setValidatorCompiler<AnySchema>(({ schema, httpPart }) => {
    const validator = lazily(() =>
      httpPart === 'body' ? inBody.compile(withoutValues(schema)) : inAddress.compile(schema),
    );
    return (data: unknown) => (validator()(data) ? { value: data } : { error: refusalOf(validator()) });
  });
  app.setSerializerCompiler<AnySchema>(({ schema }) => {
    const others = app.getSchemas() as Record<string, WritableSchema>;
    const write = lazily(() => fastJsonStringify(schema as unknown as WritableSchema, { schema: others }));
    return (data: unknown) => write()(data);
  });
}
