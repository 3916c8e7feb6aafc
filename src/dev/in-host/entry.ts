import { appendFileSync } from 'node:fs';
import { run as runTests } from 'node:test';
import { eachResult } from '../testing/node-events.ts';
import { environment, type InHostEvent } from './contract.ts';

/**
 * VS Code calls this inside its extension host. The tests are node:test's own, run in this very
 * process, and every result is written down at once, so that a host that dies has still told.
 */
export async function run(): Promise<void> {
  const results = process.env[environment.results];
  const files = process.env[environment.files];
  if (results === undefined || files === undefined) throw new Error('The harness did not say what to run.');
  process.setSourceMapsEnabled(true);
  const tell = (event: InHostEvent) => appendFileSync(results, `${JSON.stringify(event)}\n`);
  const failures = await runHere(files.split('\n'), tell);
  tell({ kind: 'ended' });
  if (failures > 0) throw new Error('Some tests failed; the harness tells which.');
}

/** How many failed. */
function runHere(files: readonly string[], tell: (event: InHostEvent) => void): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const stream = runTests({ files: [...files], isolation: 'none' });
  let failures = 0;
  eachResult(stream, (result) => {
    if (result.kind === 'failed') failures += 1;
    tell(result.kind === 'failed' ? { kind: 'failed', name: result.name, reason: result.reason } : result);
  });
  // Run in the host's own process, node:test sums up only when that process exits, which it does not.
  // All files are loaded before the first test starts, so none can be enqueued after the last was reported.
  let open = 0;
  const reported = ({ nesting }: { readonly nesting: number }) => {
    if (nesting === 0) open -= 1;
    if (open === 0) setImmediate(() => (open === 0 ? resolve(failures) : undefined));
  };
  stream.on('test:enqueue', ({ nesting }) => {
    if (nesting === 0) open += 1;
  });
  stream.on('test:pass', reported);
  stream.on('test:fail', reported);
  stream.on('error', reject);
  stream.resume();
  return promise;
}
