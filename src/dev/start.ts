import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf } from '../base/errors.ts';
import { buildAll } from './build/build.ts';
import { pack } from './build/pack.ts';
import { inRoot } from './root.ts';
import { openInBrowser } from './start/browser.ts';
import { findDesktop, openInDesktop } from './start/desktop.ts';
import { prepareTutorial } from './start/tutorial.ts';

/** `npm start [FOLDER]`. The folder is the learner's and stays; it is in their home, so that no clean-up takes it. */
async function start(folder: string): Promise<void> {
  const desktop = await findDesktop();
  if (desktop.kind === 'there') await startInDesktop(folder);
  else await startInBrowser(folder, desktop.why);
}

/** Straight from this folder, so that a change is seen after "npm run build" and a reload of the window. */
async function startInDesktop(folder: string): Promise<void> {
  console.log('Building …');
  await buildAll({ production: false, dist: inRoot('dist') });
  await openInDesktop(await prepareTutorial(folder));
  console.log('VS Code opens in a window of its own; close it when you are done.');
}

/** As learners have it: packed and installed. */
async function startInBrowser(folder: string, why: string): Promise<void> {
  console.log(`Using VS Code in the browser, for ${why}.`);
  console.log('Building and packing the companion …');
  const { vsix } = await pack();
  await openInBrowser(await prepareTutorial(folder), vsix);
}

const [folder = join(homedir(), 'ground-up-tutorial')] = process.argv.slice(2);
try {
  await start(resolve(folder));
} catch (failure) {
  console.error(messageOf(failure));
  process.exitCode = 1;
}
