import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';
import type { MakeFixture } from './harness.ts';
import { conformance, localConformance } from './suite.ts';

const make: MakeFixture = async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-store-'));
  const opened = await openEmbeddedStore(folder, { now: () => clock.now });
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  const dispose = () => {
    opened.store.dispose();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store: opened.store, dispose };
};

conformance('a store on disk', make);
localConformance('a store on disk, in this process', make);
