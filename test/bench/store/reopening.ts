import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../../src/eventstore/open.ts';
import { sampleData } from './sample.ts';
import { median, milliseconds, timed } from './statistics.ts';

const perAppend = 1000;

async function opened(folder: string) {
  const result = await openEmbeddedStore(folder);
  if (result.kind !== 'opened') throw new Error(result.reason);
  return result.store;
}

/** How long a store of so many events takes to be opened again and to give its first answers. */
export async function benchReopening(events: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-bench-'));
  const first = await opened(folder);
  const filling = await timed(async () => {
    for (let n = 0; n < events; n += perAppend) {
      const batch = Array.from({ length: perAppend }, (_, i) =>
        jsonEvent({ type: 'MoveMade', data: sampleData(n + i) }),
      );
      await first.append(`bench-${(n / perAppend) % 100}`, batch, 'any');
    }
  });
  first.dispose();
  const size = statSync(join(folder, 'events.sqlite')).size / 1_000_000;
  const times = { open: [] as number[], read: [] as number[], category: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const store = await opened(folder);
    times.open.push(performance.now() - start);
    times.read.push(await timed(() => store.readStream('bench-7', { direction: 'backwards', limit: 1 })));
    times.category.push(await timed(() => store.readStream('$ce-bench', { limit: 1 })));
    store.dispose();
  }
  console.log(
    `${'reopening'.padEnd(20)} ${events.toLocaleString('en')} events (${size.toFixed(0)} MB, filled in ${milliseconds(filling)}): open ${milliseconds(median(times.open))}, first read ${milliseconds(median(times.read))}, first read of $ce- ${milliseconds(median(times.category))}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
