import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { MakeFixture } from './harness.ts';
import { byteConformance, conformance } from './suite.ts';

const make: MakeFixture = async (clock) => {
  const store = openMemoryStore({ now: () => clock.now });
  return { store, dispose: () => store.dispose() };
};

conformance('a store in memory', make);
byteConformance('a store in memory, to the byte', make);
