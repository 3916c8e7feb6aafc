import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { MakeFixture } from './harness.ts';
import { conformance, localConformance } from './suite.ts';

const make: MakeFixture = async (clock) => {
  const store = openMemoryStore({ now: () => clock.now });
  return { store, dispose: () => store.dispose() };
};

conformance('a store in memory', make);
localConformance('a store in memory, in this process', make);
