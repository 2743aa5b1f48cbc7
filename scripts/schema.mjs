// npm run schema: migrates an empty database and writes what came of it to src/store/schema.sql, which is committed so
// that a review sees what a migration does. tests/house/schema.test.ts fails while the two differ.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const SOURCE = `
  import pg from 'pg';
  import { startEmbedded } from './src/store/embedded.ts';
  import { migrate } from './src/store/migrate.ts';
  import { dumpSchema } from './tests/house/schema-dump.ts';

  export async function schemaText(folder, dir) {
    const server = await startEmbedded(folder, { durable: false });
    try {
      const client = new pg.Client(server.url('fadu', 'fadu_owner'));
      await client.connect();
      try {
        await migrate(client, { dir });
        return await dumpSchema(client);
      } finally {
        await client.end();
      }
    } finally {
      await server.stop();
    }
  }`;

// Inside node_modules the bundle finds the packages that it leaves outside.
const bundles = await mkdtemp(path.join(root, 'node_modules', '.schema-'));
const data = await mkdtemp(path.join(os.tmpdir(), 'fadu-schema-'));
try {
  const outfile = path.join(bundles, 'schema.mjs');
  await build({
    stdin: { contents: SOURCE, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { schemaText } = await import(pathToFileURL(outfile).href);
  const text = await schemaText(path.join(data, 'data'), path.join(root, 'src/store/migrations'));
  await writeFile(path.join(root, 'src/store/schema.sql'), text);
} finally {
  await rm(bundles, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
}
