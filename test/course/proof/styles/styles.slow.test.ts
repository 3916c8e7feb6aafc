import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mutateStyles } from '../../../../src/course/proof/styles/mutate-styles.ts';
import { proveStyles } from '../../../../src/course/proof/styles/prove-styles.ts';
import type { StyleProgram } from '../../../../src/course/proof/styles/style-programs.ts';
import { rejectedText, survivorText } from '../../../../src/course/proof/styles/styles-text.ts';
import { composeBase } from '../../../../src/course/workspace/compose.ts';
import { inRoot } from '../../../../src/dev/root.ts';
import { openThrowawayStore, type ThrowawayStore } from '../../../../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../../../../src/learner/learner-code.ts';
import { createLearnerRunner } from '../../../../src/learner/runner.ts';
import { findProvidedPackages } from '../../../../src/learner/typescript/packages/provided-packages.ts';
import { createTypeScriptRuntime } from '../../../../src/learner/typescript/runtime.ts';
import { compiler, exercisesFolder, lay, runNode } from '../../exercises/composed.ts';
import { assertPlays, assertStarts } from './oracle.ts';
import { requestFor, sampleOf, sizes } from './sample.ts';
import { assertStores } from './stored-oracle.ts';

const ids = Object.keys(sizes);

describe('right programs in many styles', () => {
  it('compile', async () => {
    const tsconfig =
      (await composeBase(exercisesFolder)).get('tsconfig.json') ?? assert.fail('There is no tsconfig.json.');
    const programs = (await Promise.all(ids.map(sampleOf))).flat();
    const files = programs.flatMap(({ seed, files }) =>
      [...files].map(([path, text]) => [`src/${seed}/${path}`, text]),
    );
    const texts = files.map(([path = '', text = '']) => [path, Buffer.from(text)] as const);
    const { folder, remove } = await lay(new Map([['tsconfig.json', tsconfig], ...texts]));
    try {
      assert.deepEqual(await runNode(folder, [compiler, '-p', '.']), { code: 0, output: '' });
    } finally {
      await remove();
    }
  });

  it('do what they should in exercise 1', () => holdEach('01-start-game', async ({ files }) => assertStarts(files)));

  it('do what they should in exercise 2', () =>
    holdEach('02-play-the-game', async ({ files, seed }) => assertPlays(files, seed)));

  it('do what they should in exercise 3', () =>
    withStore((store) => holdEach('03-persisting-the-events', ({ files, seed }) => assertStores(files, seed, store))));
});

describe('the checks', () => {
  let runner: LearnerRunner;
  before(() => {
    const driverPath = inRoot('src/learner/typescript/driver/main.ts');
    const packages = findProvidedPackages(inRoot('src'));
    runner = createLearnerRunner(createTypeScriptRuntime({ driverPath, packages }));
  });
  after(() => runner.dispose());

  for (const id of ids) {
    it(`let right programs in many styles pass in ${id}`, async () => {
      const verdicts = await proveStyles(await requestFor(id, sizes[id] ?? 0, runner));
      assert.deepEqual(verdicts.filter(({ rejected }) => rejected !== undefined).map(rejectedText), []);
      assert.equal(verdicts.length, sizes[id]);
    });
  }

  for (const [id, programs] of [
    ['01-start-game', 5],
    ['02-play-the-game', 5],
    ['03-persisting-the-events', 2],
  ] as const) {
    it(`find the small mistakes in such programs in ${id}, but for those that change nothing`, async () => {
      const made = await mutateStyles({ ...(await requestFor(id, programs, runner)), mutants: 5 });
      const survived = made.filter(({ status, equivalent }) => status.kind === 'survived' && equivalent === undefined);
      assert.deepEqual(survived.map(survivorText), []);
      assert.equal(made.length, programs * 5);
    });
  }
});

/** Names the program that does not do what it should. */
async function holdEach(id: string, hold: (program: StyleProgram) => Promise<void>): Promise<void> {
  for (const program of await sampleOf(id)) {
    await hold(program).catch((error: unknown) => {
      throw new Error(`${program.seed} is wrong itself\n${program.choices.join('\n')}`, { cause: error });
    });
  }
}

async function withStore(work: (store: ThrowawayStore & { readonly kind: 'opened' }) => Promise<void>): Promise<void> {
  const store = await openThrowawayStore();
  assert.ok(store.kind === 'opened');
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
