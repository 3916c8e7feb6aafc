import { homedir } from 'node:os';
import { join } from 'node:path';
import { addressOf } from '../workbench/address.ts';
import { installWorkbench } from '../workbench/install.ts';
import { lastingProfile } from '../workbench/profile.ts';
import { startWorkbench } from '../workbench/server.ts';

/** The same few ports every time, since a browser keeps what it remembers by port. */
const ports = '41130-41149';

/** Shows the folder in a VS Code in the browser, with the packed companion installed, until Ctrl-C or until the server ends by itself. */
export async function openInBrowser(folder: string, vsix: string): Promise<void> {
  await installWorkbench();
  console.log('Starting VS Code …');
  const profile = lastingProfile(join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ground-up', 'vscode'));
  const workbench = await startWorkbench({ profile, install: [vsix], port: ports });
  const asked = signalled();
  console.log(`\nOpen this in your browser:\n\n  ${addressOf(workbench.address, { folder })}\n\nCtrl-C stops it.`);
  const why = await Promise.race([asked, workbench.ended.then(() => 'ended' as const)]);
  if (why === 'ended') throw new Error(`VS Code ended by itself; it printed:\n${workbench.output().slice(-2000)}`);
  console.log('\nStopping …');
  await workbench.stop();
  console.log('Stopped. Your work is in the folder; "npm start" goes on with it.');
}

/** Listens for good: a terminal sends a second signal by way of npm, which must not cut the stopping short. */
function signalled(): Promise<'signalled'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('signalled'));
  });
}
