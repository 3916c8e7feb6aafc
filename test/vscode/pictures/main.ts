// Takes the pictures of the walkthrough from the product itself: `npm run pictures` after `npm run package`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { check, passed, typeOver, typistSettings } from '../learner.ts';
import { type Look, looks, wear } from '../looks.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

/** Exercise 1 as somebody may have it at step 1.5: the names are there, and no event says so. */
const withoutEvent = `import type { GameEvent } from './events.ts';

export class Game {
  playerOne?: string;
  playerTwo?: string;
  readonly events: GameEvent[] = [];

  startGame(playerOne: string, playerTwo: string): void {
    this.playerOne = playerOne;
    this.playerTwo = playerTwo;
  }
}
`;

const size = { width: 1280, height: 800 };
const taken = looks.filter(({ bodyClass }) => bodyClass === 'vscode-dark' || bodyClass === 'vscode-light');

await pictured('start', undefined, async (vscode) => {
  await (await vscode.webview('ground-up-guide')).getByText('A game with nobody in it').first().waitFor();
  await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
});
await pictured('check', undefined, async (vscode, folder) => {
  await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
  await typeOver(vscode, folder, 'src/domain/game.ts', withoutEvent);
  await check(vscode);
  await passed(vscode, '1.4');
  await check(vscode);
  await vscode.statusBarItem('1.5 not yet').waitFor();
});
await pictured('panel', 'solutions/02-exercise-play-the-game', async (vscode) => {
  await vscode.runCommand('Event Sourcing: Open My Game Through Time in an Editor');
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByRole('button', { name: 'Start game' }).click();
  for (const [index, column] of [...'DDECFEB'].entries()) {
    await panel.getByRole('button', { name: `Column ${column},` }).click();
    await panel.getByText(`${index + 2} events`, { exact: true }).waitFor();
  }
});

/** One picture in a dark and a light theme. */
async function pictured(
  name: string,
  branch: string | undefined,
  show: (vscode: VSCode, folder: string) => Promise<void>,
): Promise<void> {
  const tutorial = await temporaryTutorial();
  if (branch !== undefined) await runProgram('git', ['checkout', '-q', branch], { cwd: tutorial.folder });
  try {
    await using vscode = await openVSCode({
      title: `picture-${name}`,
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
      size,
    });
    await show(vscode, tutorial.folder);
    for (const look of taken) await take(vscode, name, look);
  } finally {
    tutorial.dispose();
  }
}

async function take(vscode: VSCode, name: string, look: Look): Promise<void> {
  await wear(vscode, look);
  const folder = inRoot('media', 'walkthrough');
  mkdirSync(folder, { recursive: true });
  const shade = look.bodyClass.slice('vscode-'.length);
  await vscode.page.screenshot({ path: join(folder, `${name}-${shade}.png`), animations: 'disabled' });
}
