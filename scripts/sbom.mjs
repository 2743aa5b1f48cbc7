// npm run sbom: dist/sbom.cdx.json, a CycloneDX bill of what runs in the office, from the lock file alone: no network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built.mjs';

const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];
const cli = process.env.npm_execpath;
const own = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
const [command, all] = own ? [process.execPath, [cli, ...args]] : ['npm', args];
const { status, stdout } = spawnSync(command, all, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: !own && process.platform === 'win32',
});
if (status !== 0) {
  console.error('物料清单没有生成。');
  process.exit(1);
}
const bill = JSON.parse(stdout);
// npm takes the name from the folder, which is nobody's business.
bill.metadata.component.name = 'fadu';
// npm's own --omit=dev also leaves out what both the program and a tool of ours use, such as jose.
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const running = new Set(
  Object.entries(packages)
    .filter(([, one]) => !one.dev && !one.devOptional && !one.peer)
    .map(([place, one]) => `${place.split('node_modules/').at(-1)}@${one.version}`),
);
bill.components = bill.components.filter(({ name, version }) => running.has(`${name}@${version}`));
const refs = new Set(bill.components.map((component) => component['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => refs.has(ref) || ref === bill.metadata.component['bom-ref'])
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
const file = path.join(root, 'dist', 'sbom.cdx.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length}个组件，写入 ${path.relative(root, file)}`);
