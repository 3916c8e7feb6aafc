import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../base/errors.ts';
import { SerialQueue } from '../base/serial-queue.ts';
import { buildAll } from './build/build.ts';
import { inRoot } from './root.ts';

const { values } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    production: { type: 'boolean', default: false },
  },
});

const watched = ['src', 'media', 'exercises'];

/** Says when it starts and ends in words that .vscode/tasks.json waits for. */
async function build(): Promise<boolean> {
  const started = performance.now();
  console.log('Building …');
  try {
    await buildAll({ production: values.production, dist: inRoot('dist') });
    console.log(`Built dist in ${Math.round(performance.now() - started)} ms.`);
    return true;
  } catch (failure) {
    console.error(`The build failed: ${messageOf(failure)}`);
    return false;
  }
}

/** Builds again after a change; changes that come during a build are met by one more. */
function buildOnChange(): void {
  let pending: NodeJS.Timeout | undefined;
  const builds = new SerialQueue();
  const soon = () => {
    clearTimeout(pending);
    pending = setTimeout(() => void builds.run(build), 50);
  };
  for (const folder of watched) watch(inRoot(folder), { recursive: true }, soon);
}

const built = await build();
if (values.watch) buildOnChange();
else if (!built) process.exitCode = 1;
