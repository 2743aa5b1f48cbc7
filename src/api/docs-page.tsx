import type { FastifyInstance } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { policyOf } from '../web/headers.ts';
import type { Schema } from './kind-schema.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const STYLE = `
:root { color: #1f2329; background: #fff; font: 16px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 24px; } h2 { font-size: 20px; margin-top: 40px; border-bottom: 1px solid #c9cdd4; }
a { color: #1a4a8a; } nav ul { columns: 3 180px; padding-left: 20px; }
details { border-bottom: 1px solid #e5e6eb; padding: 8px 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
code { font: 14px/1.6 ui-monospace, Consolas, monospace; } .method { display: inline-block; min-width: 56px; font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: left; vertical-align: top; padding: 4px 8px; border: 1px solid #e5e6eb; overflow-wrap: anywhere; }
@media (max-width: 600px) { table, tbody, tr, td, th { display: block; border: 0; } tr { border-bottom: 1px solid #e5e6eb; padding: 4px 0; } thead { display: none; } }
`;

const PLACES: Readonly<Record<string, string>> = {
  path: '地址',
  query: '查询',
  header: '请求头',
  body: '请求体',
};
const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是或否',
  array: '一组',
  object: '对象',
};

function typeOf({ type, format, enum: choices, const: fixed }: Schema): string {
  if (fixed !== undefined) return String(fixed);
  if (Array.isArray(choices)) return choices.join('、');
  if (format === 'date') return '日期';
  const types = (Array.isArray(type) ? type : [type]).filter((each) => each !== 'null' && each !== undefined);
  return types.map((each) => TYPES[String(each)] ?? String(each)).join('或');
}

interface Line {
  readonly place: string;
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  readonly note: string;
}

function bodyLines(schema: Schema, prefix = ''): Line[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  return properties.flatMap(([name, property]) => [
    {
      place: 'body',
      name: prefix + name,
      required: required.includes(name),
      type: typeOf(property),
      note: [property['title'], property['description']].filter(Boolean).join('：'),
    },
    ...(name === 'values' ? bodyLines(property, 'values.') : []),
  ]);
}

function linesOf({ parameters = [], requestBody }: Operation): Line[] {
  const body = requestBody?.content['application/json']?.schema;
  return [
    ...parameters.map(({ name, in: place, required, description, schema }) => ({
      place,
      name,
      required: required ?? false,
      type: typeOf(schema ?? {}),
      note: description ?? '',
    })),
    ...(body ? bodyLines(body) : []),
  ];
}

function Route({ method, path, operation }: Described) {
  const lines = linesOf(operation);
  return (
    <details>
      <summary>
        <code className="method">{method}</code> <code>{path}</code> {operation.summary}
      </summary>
      {operation.description ? <p>{operation.description}</p> : null}
      {lines.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">在哪里</th>
              <th scope="col">必填</th>
              <th scope="col">写什么</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.place} ${line.name}`}>
                <td>
                  <code>{line.name}</code>
                </td>
                <td>{PLACES[line.place] ?? line.place}</td>
                <td>{line.required ? '必填' : ''}</td>
                <td>{line.type}</td>
                <td>{line.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

function DocsPage({ groups, base }: { groups: ReadonlyMap<string, readonly Described[]>; base: string }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>法度接口说明</title>
        <link rel="stylesheet" href={`${base}/docs.css`} />
      </head>
      <body>
        <h1>法度接口说明</h1>
        <p>
          给开发人员看的。机器读的版本（OpenAPI 3.1）在{' '}
          <a href={`${base}/openapi.json`}>{base}/openapi.json</a>。
        </p>
        <ul>
          <li>写入都要带请求头 Idempotency-Key（自己编的提交编号）：网络断了照原样再发一次，只会办一次。</li>
          <li>
            办理已有的记录要带 If-Match，写所见的版本，如 &quot;3&quot;；别人先改过，会答 412
            并说明谁改了什么。
          </li>
          <li>拒绝按 RFC 9457 回答：detail 是给经办人看的一句话，next 是下一步，article 是依据的条文。</li>
          <li>浏览器用登录得到的会话，别的系统用令牌：Authorization: Bearer 令牌。</li>
        </ul>
        <nav aria-label="目录">
          <ul>
            {[...groups.keys()].map((tag) => (
              <li key={tag}>
                <a href={`#${tag}`}>{tag}</a>
              </li>
            ))}
          </ul>
        </nav>
        {[...groups].map(([tag, routes]) => (
          <section key={tag} id={tag}>
            <h2>{tag}</h2>
            {routes.map((route) => (
              <Route key={`${route.method} ${route.path}`} {...route} />
            ))}
          </section>
        ))}
      </body>
    </html>
  );
}

function grouped(
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>,
): Map<string, Described[]> {
  const groups = new Map<string, Described[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? '其他';
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  }
  return groups;
}

/** The same description twice: as OpenAPI 3.1 for programs, as a page for people. Open to all: it tells of no record. */
export function addDocs(app: FastifyInstance): void {
  const hidden = { config: { open: true }, schema: { hide: true } } as const;
  app.get('/openapi.json', hidden, () => app.swagger());
  app.get('/docs.css', hidden, (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get('/', hidden, (_request, reply) => {
    const paths = app.swagger().paths as Parameters<typeof grouped>[0];
    const page = <DocsPage groups={grouped(paths)} base={app.prefix} />;
    return reply
      .header('content-security-policy', policyOf({ 'style-src': `'self'` }))
      .type('text/html; charset=utf-8')
      .send(`<!doctype html>\n${renderToStaticMarkup(page)}\n`);
  });
}
