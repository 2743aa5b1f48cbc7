import path from 'node:path';
import { parseAst } from 'vitest/node';

/** Stands where a text is put together only when the program runs. */
export const UNKNOWN = 'true';

/** SQL found in a TypeScript file. */
export interface FoundSql {
  /** `records/replay.ts` */
  readonly file: string;
  /** The prepared statement's name, where it has one. */
  readonly name?: string;
  readonly text: string;
}

export interface Source {
  readonly sql: readonly FoundSql[];
  /** Calls of `query` whose text is not to be seen in the file. */
  readonly unreadable: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const STATEMENT =
  /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|MERGE|CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE|SET|BEGIN|DO|LOCK|COPY)\s/i;

/** A condition or a source of rows that holds a query of its own. */
const INNER_QUERY = /\(\s*SELECT\s/i;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

/** Text constants of the file by name, so that a clause shared by two statements is read where it is used. */
function constants(nodes: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const node of nodes) {
    if (node.type !== 'VariableDeclarator' || !isNode(node['id']) || !isNode(node['init'])) continue;
    if (typeof node['id']['name'] === 'string') found.set(node['id']['name'], node['init']);
  }
  return found;
}

/** The text that an expression has, as far as the file says; undefined when it is no text or not written here. */
function textOf(node: unknown, known: ReadonlyMap<string, Node>): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'Identifier')
    return textOf(known.get(String(node['name'])), without(known, node['name']));
  if (node.type === 'TSAsExpression') return textOf(node['expression'], known);
  if (node.type !== 'TemplateLiteral') return undefined;
  const [quasis, holes] = [node['quasis'] as Node[], node['expressions'] as Node[]];
  return quasis
    .map((quasi, index) => {
      const { cooked } = quasi['value'] as { cooked: string };
      return index === 0 ? cooked : (textOf(holes[index - 1], known) ?? UNKNOWN) + cooked;
    })
    .join('');
}

/** A name that is defined by itself ends the search instead of turning round. */
function without(known: ReadonlyMap<string, Node>, name: unknown): Map<string, Node> {
  return new Map([...known].filter(([each]) => each !== name));
}

/** `query(name, text, values)` of a transaction or `query(text, values?)` of pg. */
function readCall(
  node: Node,
  known: ReadonlyMap<string, Node>,
): { name?: string; text?: string } | undefined {
  const callee = node['callee'];
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression')
    return undefined;
  if (!isNode(callee['property']) || callee['property']['name'] !== 'query') return undefined;
  const [first, second, third] = node['arguments'] as Node[];
  const named = third !== undefined;
  const [name, text] = [named ? textOf(first, known) : undefined, textOf(named ? second : first, known)];
  return { ...(name === undefined ? {} : { name }), ...(text === undefined ? {} : { text }) };
}

interface Module {
  readonly file: string;
  readonly code: string;
  readonly nodes: readonly Node[];
  readonly own: ReadonlyMap<string, Node>;
}

function readModule(file: string, code: string): Module {
  const nodes = [...walk(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node)];
  return { file, code, nodes, own: constants(nodes) };
}

/** The file's own constants and those that it imports from another file. */
function knownIn({ file, nodes, own }: Module, modules: ReadonlyMap<string, Module>): Map<string, Node> {
  const known = new Map(own);
  for (const node of nodes.filter(({ type }) => type === 'ImportDeclaration')) {
    const { value } = node['source'] as { value: string };
    const from = modules.get(path.posix.join(path.posix.dirname(file), value));
    for (const { imported, local } of node['specifiers'] as Record<
      'imported' | 'local',
      Node | undefined
    >[]) {
      const meant = from?.own.get(String(imported?.['name']));
      if (meant && local) known.set(String(local['name']), meant);
    }
  }
  return known;
}

/** All SQL of some files: what is given to `query`, and every other text that begins like a statement or holds one. */
export function sqlIn(files: Readonly<Record<string, string>>): Source {
  const modules = new Map(Object.entries(files).map(([file, code]) => [file, readModule(file, code)]));
  const sources = [...modules.values()].map((module) => sqlOf(module, knownIn(module, modules)));
  return {
    sql: sources.flatMap((source) => source.sql),
    unreadable: sources.flatMap((source) => source.unreadable),
  };
}

function sqlOf({ file, code, nodes }: Module, known: ReadonlyMap<string, Node>): Source {
  const sql: FoundSql[] = [];
  const unreadable: string[] = [];
  for (const node of nodes) {
    const call = readCall(node, known);
    const said = code.slice(Number(node['start']), Number(node['end']));
    if (call?.text === undefined && call) unreadable.push(`${file}: ${said}`);
    else if (call?.text !== undefined) sql.push({ file, ...call, text: call.text });
  }
  const seen = new Set(sql.map((each) => each.text));
  for (const node of nodes) {
    const text = node.type === 'Literal' || node.type === 'TemplateLiteral' ? textOf(node, known) : undefined;
    if (text !== undefined && (STATEMENT.test(text) || INNER_QUERY.test(text)) && !seen.has(text))
      sql.push({ file, text });
  }
  return { sql, unreadable };
}
