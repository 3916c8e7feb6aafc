import { runTogether, tallyText } from './testing/suite.ts';
import { lintSuite, typeSuites, unitSuite } from './testing/suites.ts';

const tally = await runTogether([...typeSuites(), lintSuite(), unitSuite()]);
console.log(tallyText(tally));
if (tally.failed > 0) process.exitCode = 1;
