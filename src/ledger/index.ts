export * from './chain.ts';
export * from './checkpoint.ts';
export * from './entry.ts';
export * from './files.ts';
export * from './images/public-copy.ts';
export * from './issue.ts';
export * from './merkle.ts';
export * from './vault.ts';
