/**
 * Divides an SQL file into its statements, since Citus takes one DDL statement per call. Knows quotes, quoted names,
 * E'' strings, dollar quotes and (nested) comments; the text of a statement stays as written.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let from = 0;
  let meaning = false;
  let at = 0;
  while (at < sql.length) {
    const end = skipToken(sql, at);
    if (sql[at] === ';' && end === at + 1) {
      if (meaning) statements.push(sql.slice(from, at).trim());
      from = end;
      meaning = false;
    } else if (!isBlank(sql, at)) {
      meaning = true;
    }
    at = end;
  }
  if (meaning) statements.push(sql.slice(from).trim());
  return statements;
}

function isBlank(sql: string, at: number): boolean {
  return /\s/.test(sql[at] ?? ' ') || sql.startsWith('--', at) || sql.startsWith('/*', at);
}

/** Where the token that begins at `at` ends. An unfinished quote or comment is an error of the file. */
function skipToken(sql: string, at: number): number {
  const char = sql[at];
  if (sql.startsWith('--', at)) return lineEnd(sql, at);
  if (sql.startsWith('/*', at)) return commentEnd(sql, at);
  if (char === '"') return quoteEnd(sql, at, '"', false);
  if (char === "'")
    return quoteEnd(sql, at, "'", /(^|[^\p{L}\p{N}_$])[eE]$/u.test(sql.slice(Math.max(0, at - 2), at)));
  if (char === '$') return dollarEnd(sql, at);
  return at + 1;
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf('\n', at);
  return end < 0 ? sql.length : end + 1;
}

/** PostgreSQL's block comments nest. */
function commentEnd(sql: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < sql.length) {
    if (sql.startsWith('/*', at)) {
      depth++;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth--;
      at += 2;
      if (depth === 0) return at;
    } else at++;
  }
  throw new SyntaxError(`comment without an end: ${sql.slice(start, start + 40)}`);
}

/** A doubled quote stands for itself: it ends one quote and begins the next, which comes to the same. */
function quoteEnd(sql: string, start: number, quote: string, escapes: boolean): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (escapes && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  throw new SyntaxError(`quote without an end: ${sql.slice(start, start + 40)}`);
}

/** `$$…$$` or `$tag$…$tag$`; `$1` and `a$b` are no quotes. */
function dollarEnd(sql: string, start: number): number {
  const before = sql[start - 1] ?? ' ';
  const tag = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(sql.slice(start, start + 80))?.[0];
  if (tag === undefined || /[\p{L}\p{N}_$]/u.test(before)) return start + 1;
  const end = sql.indexOf(tag, start + tag.length);
  if (end < 0) throw new SyntaxError(`dollar quote without an end: ${tag}`);
  return end + tag.length;
}
