import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, nodeOptions } from '../build/bundle.ts';
import { inRoot } from '../root.ts';

/** The environment for tests that run learners' code; dispose of it when they are done. */
export interface TestDrivers {
  readonly environment: Readonly<Record<string, string>>;
  dispose(): Promise<void>;
}

/**
 * Bundles what runs a learner's code in a child. The tests start some hundred children, and one that has
 * to read the driver's many sources first takes twice as long to start.
 */
export async function bundleTestDrivers(): Promise<TestDrivers> {
  const dist = await mkdtemp(inRoot('node_modules', '.test-drivers-'));
  const entries = [
    { source: inRoot('src/learner/typescript/driver/main.ts'), output: 'driver.js' },
    { source: inRoot('src/learner/typescript/tests/test-driver.ts'), output: 'test-driver.js' },
  ];
  await bundle(entries, nodeOptions, { production: false, dist });
  return {
    environment: {
      GROUND_UP_DRIVER: join(dist, 'driver.js'),
      GROUND_UP_TEST_DRIVER: join(dist, 'test-driver.js'),
    },
    dispose: () => rm(dist, { recursive: true, force: true }),
  };
}
