import { describe, expect, it } from 'vitest';
import { splitStatements } from './statements.ts';

describe('an SQL file', () => {
  it('falls into its statements, the last one with or without a semicolon', () => {
    expect(splitStatements('create table a (x int);\n\ncreate table b (y int)')).toEqual([
      'create table a (x int)',
      'create table b (y int)',
    ]);
    expect(splitStatements(' ;; \n-- nothing; here\n/* nor; here */ ;')).toEqual([]);
  });

  it('is not divided inside quotes, quoted names, comments', () => {
    const whole = `comment on table "a;b" is 'it''s; 中文;' -- a ; b's\n /* c; /* nested; */ d'; */`;
    expect(splitStatements(`${whole}; select 1`)).toEqual([whole, 'select 1']);
  });

  it('knows a backslash only in an E string', () => {
    expect(splitStatements(`select E'a\\';b'; select 'c\\'; select 2`)).toEqual([
      `select E'a\\';b'`,
      `select 'c\\'`,
      'select 2',
    ]);
    expect(splitStatements(`select name'a\\'; select 2`)).toEqual([`select name'a\\'`, 'select 2']);
  });

  it('is not divided inside dollar quotes, with or without a tag', () => {
    const body = `create function f() returns int language plpgsql as $body$ begin execute $$ select 1; $$; return 2; end; $body$`;
    expect(splitStatements(`${body}; select $1; select a$b$c; select 3`)).toEqual([
      body,
      'select $1',
      'select a$b$c',
      'select 3',
    ]);
  });

  it('refuses what has no end', () => {
    expect(() => splitStatements(`select 'abc; select 2`)).toThrow('quote without an end');
    expect(() => splitStatements('select $x$ abc; select 2')).toThrow('dollar quote without an end');
    expect(() => splitStatements('/* /* */ select 2')).toThrow('comment without an end');
  });
});
