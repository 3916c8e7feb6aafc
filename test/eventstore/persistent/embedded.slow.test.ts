import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../src/eventstore/open.ts';
import { persistentConformance } from './suite.ts';

persistentConformance('persistent subscriptions of a store on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-persistent-'));
  const open = async () => {
    const opened = await openEmbeddedStore(folder);
    if (opened.kind !== 'opened') throw new Error(opened.reason);
    return opened.store;
  };
  let store = await open();
  const reopen = async () => {
    store.dispose();
    store = await open();
    return store;
  };
  const dispose = () => {
    store.dispose();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, reopen, dispose };
});
