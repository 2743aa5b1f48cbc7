import { isPersonal, type Field, type FieldSet, type Kind, type Step } from '../kernel/index.ts';

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

const PERSON: Schema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', description: '姓名' },
    phone: { type: 'string', description: '电话' },
    idNumber: { type: 'string', description: '证件号' },
    address: { type: 'string', description: '住址' },
  },
};

const UPLOADED: Schema = {
  type: 'object',
  required: ['name', 'size', 'sha256'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', description: '文件名' },
    size: { type: 'integer', minimum: 0, description: '字节数' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: '先上传文件，得到这三项' },
  },
};

const TEXT: Schema = { type: 'string', minLength: 1 };

function choicesOf(field: Field): Schema {
  const options = field.options ?? {};
  const named = Object.entries(options).map(([code, label]) => `${code} ${label}`);
  return { type: 'string', enum: Object.keys(options), description: named.join('、') };
}

/** The bare shape of a field's value. */
function shapeOf(field: Field): Schema {
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'place':
      return TEXT;
    case 'day':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
    case 'number':
      return { type: 'integer', minimum: 0 };
    case 'money':
      return { type: 'integer', minimum: 0, description: '单位：分' };
    case 'one-of':
      return choicesOf(field);
    case 'many-of':
      return { type: 'array', uniqueItems: true, items: choicesOf(field) };
    case 'person':
      return { anyOf: [PERSON, { type: 'array', minItems: 1, items: PERSON }] };
    case 'file':
      return UPLOADED;
    case 'link':
      return { type: 'string', format: 'uuid', description: `“${field.target}”的记录编号` };
    case 'list':
      return {
        type: 'array',
        items: { type: 'object', additionalProperties: false, properties: fieldSchemas(field.items ?? {}) },
      };
  }
}

/** What may be written in a field, with its Chinese label, help and privacy. */
export function fieldSchema(field: Field): Schema {
  const shape = shapeOf(field);
  const notes = [field.help, shape['description'], isPersonal(field) ? '个人信息，加密保存' : undefined];
  const description = notes.filter((note) => note !== undefined).join('；');
  return {
    ...shape,
    title: field.label,
    ...(description ? { description } : {}),
    ...(field.unit === undefined ? {} : { 'x-unit': field.unit }),
    'x-privacy': field.privacy,
  };
}

export function fieldSchemas(fields: FieldSet): Record<string, Schema> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]));
}

/** The values that a step takes: those it asks for and those it may have. */
export function valuesSchema(kind: Kind, step: Step<FieldSet, string>): Schema {
  const days = step.day === undefined ? [] : [step.day];
  const names = [...(step.asks ?? []), ...(step.may ?? []), ...days, ...(step.sameDay ?? [])];
  const fields = Object.fromEntries([...new Set(names)].map((name) => [name, kind.fields[name]!]));
  return {
    type: 'object',
    title: '内容',
    properties: fieldSchemas(fields),
    required: [...(step.asks ?? [])].filter((name) => name !== step.day),
    additionalProperties: false,
  };
}
