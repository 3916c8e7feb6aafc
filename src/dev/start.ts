import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf } from '../base/errors.ts';
import { buildAll } from './build/build.ts';
import { inRoot } from './root.ts';
import { openInBrowser } from './start/browser.ts';
import { findDesktop, openInDesktop } from './start/desktop.ts';
import { prepareTutorial } from './start/tutorial.ts';

/** `npm start [FOLDER]`. The folder is the learner's and stays; it is in their home, so that no clean-up takes it. */
async function start(folder: string): Promise<void> {
  console.log('Building …');
  await buildAll({ production: false, dist: inRoot('dist') });
  const workspace = await prepareTutorial(folder);
  const desktop = await findDesktop();
  if (desktop.kind === 'there') {
    await openInDesktop(workspace);
    console.log('VS Code opens in a window of its own; close it when you are done.');
  } else {
    console.log(`Using VS Code in the browser, for ${desktop.why}.`);
    await openInBrowser(workspace);
  }
}

const [folder = join(homedir(), 'ground-up-tutorial')] = process.argv.slice(2);
try {
  await start(resolve(folder));
} catch (failure) {
  console.error(messageOf(failure));
  process.exitCode = 1;
}
