import { execPath } from 'node:process';
import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { connectionVariable } from '../../../src/learner/protocol.ts';
import { alternate } from '../median.ts';
import { activationTime } from './activation.ts';
import { checkOnce, openExercise } from './exercise.ts';
import { bundleSizes } from './sizes.ts';
import { prepareVitest } from './vitest.ts';

const rounds = 15;

/** From a click to the verdict, against the cheapest thing a process can do and against a test runner. */
async function benchCheck(id: string, environment: Readonly<Record<string, string>>): Promise<void> {
  await using exercise = await openExercise(id);
  const vitest = await prepareVitest({ spec: `${id.slice(3)}.spec.ts`, files: exercise.files, environment });
  await checkOnce(exercise);
  await vitest.run();
  const medianOf = await alternate(
    rounds,
    new Map<'check' | 'node' | 'vitest', () => Promise<unknown>>([
      ['check', () => checkOnce(exercise)],
      ['node', () => runProgram(execPath, ['-e', '0'])],
      ['vitest', () => vitest.run()],
    ]),
  );
  vitest.dispose();
  const [check, node, runner] = [medianOf('check'), medianOf('node'), medianOf('vitest')];
  console.log(`\nExercise ${Number(id.slice(0, 2))}, all steps, medians of ${rounds} alternating rounds`);
  console.log(`  click to verdict  ${check.toFixed(1)} ms`);
  console.log(
    `  node -e 0         ${node.toFixed(1)} ms, check / node = ${(check / node).toFixed(2)} (aim for exercise 1: at most 2)`,
  );
  console.log(
    `  vitest run        ${runner.toFixed(1)} ms, vitest / check = ${(runner / check).toFixed(1)} (aim: at least 5)`,
  );
}

/** Each check opens a store of its own within its time; vitest finds one that runs already, as EventStoreDB would. */
async function benchWithStore(id: string): Promise<void> {
  const opened = await openThrowawayStore();
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  try {
    await benchCheck(id, { [connectionVariable]: opened.connectionString });
  } finally {
    await opened.close();
  }
}

await benchCheck('01-start-game', {});
await benchWithStore('03-persisting-the-events');
console.log(
  `\nActivation, as VS Code reports it: ${await activationTime(inRoot('ground-up.vsix'))} ms (aim: at most 50)`,
);
console.log('\nBundles, minified (aim: extension.js at most 300 KB, .vsix at most 3 MB)');
for (const { name, bytes } of await bundleSizes())
  console.log(`  ${(bytes / 1000).toFixed(1).padStart(8)} KB  ${name}`);
