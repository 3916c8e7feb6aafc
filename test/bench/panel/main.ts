import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';

/** The panel on 100,000 events, those folded by a learner's own code, and the same actions in Redux DevTools' own monitors, one after the other on one machine. */
const parts = [
  ['--expose-gc', inRoot('test/media/panel/bench.ts'), ...process.argv.slice(2)],
  ['--expose-gc', inRoot('test/bench/panel/own-fold.ts'), ...process.argv.slice(2)],
  [inRoot('test/media/panel/redux-devtools/bench.ts')],
];

for (const args of parts) {
  const { code } = await runProgram(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    live: true,
  });
  if (code !== 0) process.exitCode = code;
}
