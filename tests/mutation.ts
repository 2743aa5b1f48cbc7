import path from 'node:path';

/** One check taken out of the product's source, to see that a test notices. */
export interface Mutation {
  /** Below `src`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Vite plugin that alters one file as it is loaded, when FADU_MUTATION names it; the file on disk stays as it is. */
export function mutationPlugin() {
  const asked = process.env['FADU_MUTATION'];
  const mutation = asked === undefined ? undefined : (JSON.parse(asked) as Mutation);
  return {
    name: 'fadu-mutation',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | undefined {
      if (!mutation || !id.split(path.sep).join('/').endsWith(`/src/${mutation.file}`)) return undefined;
      if (code.split(mutation.find).length !== 2)
        throw new Error(`${mutation.file} has no single “${mutation.find}”`);
      return code.replace(mutation.find, () => mutation.replace);
    },
  };
}
