import { runTogether, tallyText } from './testing/suite.ts';
import { lintSuite, typeSuites, unitSuites } from './testing/suites.ts';

const tally = await runTogether([...typeSuites(), lintSuite(), ...unitSuites()]);
console.log(tallyText(tally));
if (tally.failed > 0) process.exitCode = 1;
