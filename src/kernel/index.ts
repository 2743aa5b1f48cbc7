export * from './citation.ts';
export * from './day.ts';
export * from './field.ts';
export * from './figure.ts';
export * from './kind.ts';
export * from './refusal.ts';
export * from './register.ts';
export * from './step.ts';
