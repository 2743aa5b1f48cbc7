/** SQL cut into the pieces that a rule can look at. Enough for the house's own SQL, not a parser of all SQL. */

const SAID_OR_DATA = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$([a-z_]*)\$[\s\S]*?\$\1\$/gi;

/** Without comments, with quoted text emptied and every space single: what is left is meant as SQL. */
export function bare(sql: string): string {
  const blank = (token: string): string => (/^(?:--|\/\*)/.test(token) ? ' ' : "''");
  return sql.replace(SAID_OR_DATA, blank).replaceAll('"', '').replace(/\s+/g, ' ').trim();
}

/** The bodies of the functions that a statement creates. */
export function bodies(sql: string): string[] {
  return [...sql.replace(/--[^\n]*/g, '').matchAll(/\$([a-z_]*)\$([\s\S]*?)\$\1\$/gi)].map(
    (found) => found[2] ?? '',
  );
}

/** The statements and conditions of a function's body, without the words that only order them. */
export function steps(body: string): string[] {
  return bare(body)
    .split(';')
    .flatMap((step) => unwrap(step.trim()))
    .filter((step) => step !== '');
}

function unwrap(step: string): string[] {
  const condition = /^(?:IF|ELSIF|WHILE) (.*?) (?:THEN|LOOP)\b(.*)$/i.exec(step);
  if (condition) return [condition[1]!, ...unwrap(condition[2]!.trim())];
  const word = /^(?:BEGIN|DECLARE|ELSE|LOOP|EXCEPTION|END IF|END LOOP|END|RETURN QUERY|RETURN)\b(.*)$/i.exec(
    step,
  );
  if (word) return unwrap(word[1]!.trim());
  return [step.replace(/^PERFORM\b/i, 'SELECT')];
}

/** Divides at a separator, but not within parentheses. */
export function divide(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (depth === 0 && text[at] === separator) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

/** Without anything that stands in parentheses: what holds for the whole statement. */
export function flat(text: string): string {
  let result = '';
  let depth = 0;
  for (const char of text) {
    if (char === ')') depth--;
    if (depth === 0) result += char;
    if (char === '(') depth++;
  }
  return result;
}

/** A query with its sub-queries taken out of the text. */
export interface Query {
  readonly text: string;
  readonly inner: readonly Query[];
}

/** Reads bare SQL as a query and the queries within it. */
export function queryOf(text: string): Query {
  const inner: Query[] = [];
  let rest = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '(') {
      rest += text[at];
      continue;
    }
    const end = closing(text, at);
    const within = queryOf(text.slice(at + 1, end).trim());
    if (/^(?:SELECT|WITH)\b/i.test(within.text)) {
      inner.push(within);
      rest += '(…)';
    } else {
      inner.push(...within.inner);
      rest += `(${within.text})`;
    }
    at = end;
  }
  return { text: rest, inner };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  throw new SyntaxError(`parenthesis without an end: ${text.slice(open, open + 60)}`);
}
