import { Refusal } from '../kernel/refusal.ts';

type Sentence = readonly [sentence: string, next: string];

const UNREACHABLE: Sentence = [
  '连不上数据库。',
  '请检查数据库是否在运行、连接地址是否写对、网络是否通，然后再试。',
];
const FULL: Sentence = ['磁盘已满，这一步没有保存。', '请清理磁盘空间后再试；已保存的数据不受影响。'];
const BROKEN_OFF: Sentence = [
  '数据库中途停了，这一步可能没有保存。',
  '请再执行一次；已经回执的都已保存，不会重复登记。',
];
const UNREADABLE: Sentence = ['磁盘读写出错，这一步没有完成。', '请先备份数据文件夹，再请维护人员检查磁盘。'];
const NOT_LET_IN: Sentence = ['数据库不让这个账号登录。', '请检查连接地址里的账号和密码。'];
const DAMAGED: Sentence = ['数据库文件不完整，不能使用。', '请不要删除数据文件夹，用最近的备份恢复。'];

/** By the `code` of a system error (letters) or of PostgreSQL (SQLSTATE). */
const BY_CODE: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: UNREADABLE,
  EROFS: ['磁盘是只读的，这一步没有保存。', '请换一个可写的数据文件夹，或重新以可写方式挂载磁盘。'],
  '28000': NOT_LET_IN,
  '28P01': NOT_LET_IN,
  '3D000': ['数据库服务器上没有这个数据库。', '请检查连接地址里的数据库名；本机内置的数据库请用备份恢复。'],
  '42501': [
    '数据库账号的权限不够。',
    '请检查 DATABASE_URL 和 DATABASE_OWNER_URL 里的账号是否写反或缺少授权。',
  ],
  '42P01': [
    '数据库里没有法度的表。',
    '请检查 DATABASE_URL 和 DATABASE_OWNER_URL 是否指向同一个数据库，建表用的是后者。',
  ],
  '42704': ['数据库里缺少 fadu_app 账号。', '请先建好这个账号：能登录，不拥有任何表，没有其他权限。'],
  '53100': FULL,
  '53200': ['数据库内存不足。', '请关闭一些程序后再试。'],
  '53300': ['数据库的连接数已满。', '请稍候再试，或关闭一些正在使用它的程序。'],
  '57P01': BROKEN_OFF,
  '57P02': BROKEN_OFF,
  '57P03': ['数据库正在启动或停止。', '请稍候再试。'],
  '58030': UNREADABLE,
  '58P01': DAMAGED,
  XX001: DAMAGED,
  XX002: DAMAGED,
};

/** The client's own errors carry no code. */
const BY_TEXT: readonly (readonly [pattern: RegExp, sentence: Sentence])[] = [
  [/Connection terminated due to connection timeout|timeout expired|timeout exceeded/, UNREACHABLE],
  [/Connection terminated|Connection ended|not queryable|server closed the connection/, BROKEN_OFF],
  [
    /Invalid URL|password must be a string/,
    ['数据库的连接地址写得不对。', '应是 postgres://账号：密码@主机：端口/数据库名。'],
  ],
];

/**
 * The database's or the disk's troubles in the middle of the work as a refusal; undefined for what is our own fault.
 * Nothing of the original text reaches the person.
 */
export function databaseRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof AggregateError) return databaseRefusal(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = BY_CODE[code] ?? BY_TEXT.find(([pattern]) => pattern.test(error.message))?.[1];
  // A migration wraps what the server said.
  if (found === undefined) return databaseRefusal(error.cause);
  return new Refusal('environment', found[0], { next: found[1], facts: { code } });
}
