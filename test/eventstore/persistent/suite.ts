import { describe } from 'node:test';
import { managing } from './cases/managing.ts';
import { reading } from './cases/reading.ts';
import { remembering } from './cases/remembering.ts';
import { type OpenStore, withSubscriptionsOf } from './harness.ts';

/** What EventStoreDB's persistent subscriptions do, as tests for those of every store. Read the names to learn it. */
export function persistentConformance(name: string, open: OpenStore): void {
  describe(name, () => {
    const withSubscriptions = withSubscriptionsOf(open);
    reading(withSubscriptions);
    managing(withSubscriptions);
    remembering(withSubscriptions);
  });
}
