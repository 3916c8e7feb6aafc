import { inRoot } from '../src/dev/root.ts';
import { openThrowawayStore, type ThrowawayStore } from '../src/grpc/throwaway-store.ts';
import type { LearnerRunner } from '../src/learner/learner-code.ts';
import { createLearnerRunner } from '../src/learner/runner.ts';
import { findProvidedPackages } from '../src/learner/typescript/packages/provided-packages.ts';
import { createTypeScriptRuntime, type TypeScriptOptions } from '../src/learner/typescript/runtime.ts';

/** A test, a suite or whatever else says when it is over. */
export interface Owner {
  after(cleanUp: () => void | Promise<void>): void;
}

export const exercisesFolder = inRoot('exercises');

/** What runs a learner's code in a child: bundled where a whole suite is run, which starts twice as fast, or else its source. */
export const driverPath = process.env.GROUND_UP_DRIVER ?? inRoot('src/learner/typescript/driver/main.ts');

/** Likewise for a learner's own tests. */
export const testDriverPath =
  process.env.GROUND_UP_TEST_DRIVER ?? inRoot('src/learner/typescript/tests/test-driver.ts');

/** Another runtime to try instead of this one. */
export const execPath = process.env.GROUND_UP_RUNTIME ?? process.execPath;

/** What the companion brings for a learner's code to import. */
export const packages = findProvidedPackages(inRoot('src'));

/** A runner for learners' code; gone when its owner is. */
export function runnerFor(owner: Owner, options: Partial<TypeScriptOptions> = {}): LearnerRunner {
  const runner = createLearnerRunner(
    createTypeScriptRuntime({ driverPath, execPath, readable: [inRoot('src')], ...options }),
  );
  owner.after(() => runner.dispose());
  return runner;
}

/** A server with an empty store behind it; gone when its owner is. */
export async function storeFor(owner: Owner): Promise<Extract<ThrowawayStore, { kind: 'opened' }>> {
  const opened = await openThrowawayStore();
  if (opened.kind === 'failed') throw new Error(opened.reason);
  owner.after(opened.close);
  return opened;
}
