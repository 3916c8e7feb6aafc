import { buildAll } from './build/build.ts';
import { runInElectron } from './in-host/in-electron.ts';
import { inRoot, root } from './root.ts';
import { runInTurn, tallyText } from './testing/suite.ts';

await buildAll({ production: false, dist: inRoot('dist') });
const tally = await runInTurn([{ title: 'inside the desktop VS Code', run: () => runInElectron(root) }]);
if (tally.failed > 0) process.exitCode = 1;
console.log(tallyText(tally));
