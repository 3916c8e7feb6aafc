import { ensureChromium } from './chromium.ts';
import { runInHost } from './in-host/in-browser.ts';
import { root } from './root.ts';
import { packSuite } from './testing/pack-suite.ts';
import { add, none, runInTurn, runTogether, type Suite, tallyText } from './testing/suite.ts';
import { browserSuite, endToEndSuite, lintSuite, slowSuite, typeSuites, unitSuite } from './testing/suites.ts';
import { installWorkbench } from './workbench/install.ts';

const inHostSuite: Suite = {
  title: 'inside VS Code',
  run: () => runInHost({ extension: root }),
};

// What has to be fetched comes first, so that no suite's duration is a download's.
await ensureChromium();
await installWorkbench();
const quick = await runTogether([...typeSuites(), lintSuite(), unitSuite()]);
const thorough = await runInTurn([packSuite(), slowSuite(), browserSuite(), inHostSuite, endToEndSuite()]);
const tally = [quick, thorough].reduce(add, none);
if (tally.failed > 0) process.exitCode = 1;
console.log(tallyText(tally));
