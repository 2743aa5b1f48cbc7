import { existsSync, readFileSync } from 'node:fs';
import { benchAppend } from './append.ts';
import { benchCheckPage } from './check-page.ts';
import { benchChecker } from './checker.ts';
import { benchClerks } from './clerks.ts';
import { benchConsole } from './console.ts';
import { benchFigures } from './figures.ts';
import { benchGuard } from './guard.ts';
import { benchLists } from './lists.ts';
import { benchPeer } from './peer/peer.ts';
import { benchPeople } from './people.ts';
import { benchSignIn } from './sign-in.ts';
import { benchStart } from './start.ts';
import { machine } from './surroundings.ts';

/** `npm run bench [append|guard|figures|people|lists|clerks|checker|check-page|sign-in|start|console|peer] [report.txt]`: ratios in one run, medians, the machine. */
const [which = 'all', file] = process.argv.slice(2);
const report = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;

console.log(machine());
if (which === 'all' || which === 'append') await benchAppend();
if (which === 'all' || which === 'guard') await benchGuard();
if (which === 'all' || which === 'figures') await benchFigures();
if (which === 'all' || which === 'people') await benchPeople();
if (which === 'all' || which === 'lists') await benchLists();
if (which === 'all' || which === 'clerks') await benchClerks();
if (which === 'all' || which === 'checker') benchChecker(report);
if (which === 'all' || which === 'check-page') await benchCheckPage(report);
if (which === 'all' || which === 'sign-in') await benchSignIn();
if (which === 'all' || which === 'start') await benchStart();
if (which === 'console') await benchConsole();
if (which === 'peer') {
  await benchPeer();
  await benchSignIn();
}
