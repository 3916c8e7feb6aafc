import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '../../../src/cli/init.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openVSCode } from '../../vscode/vscode-page.ts';
import { median } from '../median.ts';

const rounds = 5;

/** The median of what “Show Running Extensions” says of the packed extension in a tutorial workspace, in milliseconds. */
export async function activationTime(vsix: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await activateOnce(vsix));
  return median(times);
}

async function activateOnce(vsix: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'ground-up-activation-'));
  const folder = join(home, 'tutorial');
  await init({ directory: folder, exercisesFolder: inRoot('exercises'), print: () => undefined });
  try {
    await using vscode = await openVSCode({ title: 'bench', extension: vsix, folder });
    // Everything a new workspace shows by itself is there, so nothing takes the focus any more.
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
    await vscode.runCommand('Developer: Show Running Extensions');
    // Slowest first, and only the rows in view exist.
    await vscode.page.setViewportSize({ width: 1440, height: 2400 });
    const row = vscode.page.locator('.runtime-extensions-editor .extension', { hasText: 'Event Sourcing' });
    const text = await row.locator('.activation-time').innerText();
    return Number(/(\d+)\s*ms/.exec(text)?.[1]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
