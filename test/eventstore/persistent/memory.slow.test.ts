import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { persistentConformance } from './suite.ts';

persistentConformance('persistent subscriptions of a store in memory', async () => {
  const store = openMemoryStore();
  // Its process cannot end without it; what is started again is what works on it.
  return { store, reopen: async () => store, dispose: () => store.dispose() };
});
