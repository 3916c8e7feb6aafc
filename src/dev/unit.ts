import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeSuite } from './testing/node-suite.ts';
import { runInTurn, tallyText } from './testing/suite.ts';
import { slowSuite, unitSuite } from './testing/suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { slow: { type: 'boolean', default: false } },
});

const named = nodeSuite(
  'the named tests',
  positionals.map((file) => resolve(file)),
);
const suites = positionals.length > 0 ? [named] : [unitSuite(), ...(values.slow ? [slowSuite()] : [])];
const tally = await runInTurn(suites);
console.log(tallyText(tally));
if (tally.failed > 0) process.exitCode = 1;
