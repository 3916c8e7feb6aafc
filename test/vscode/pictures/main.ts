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

await pictured({ start: '.monaco-workbench', guide: '.part.sidebar' }, undefined, async (vscode) => {
  await (await vscode.webview('ground-up-guide')).getByText('A game with nobody in it').first().waitFor();
  await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
});
await pictured({ check: '.monaco-workbench' }, undefined, async (vscode, folder) => {
  await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
  await typeOver(vscode, folder, 'src/domain/game.ts', withoutEvent);
  await check(vscode);
  await passed(vscode, '1.4');
  await check(vscode);
  await vscode.statusBarItem('1.5 not yet').waitFor();
});
await pictured({ panel: '.monaco-workbench' }, '02-exercise-play-the-game', async (vscode) => {
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByRole('button', { name: 'Start game' }).click();
  for (const [index, column] of [...'DDECFEB'].entries()) {
    await panel.getByRole('button', { name: `Column ${column},` }).click();
    await panel.getByText(`${index + 2} events`, { exact: true }).waitFor();
  }
});

/** Pictures of parts of a window, by what they are called, in a dark and a light theme. */
async function pictured(
  parts: Readonly<Record<string, string>>,
  exercise: string | undefined,
  show: (vscode: VSCode, folder: string) => Promise<void>,
): Promise<void> {
  const tutorial = await temporaryTutorial();
  try {
    if (exercise !== undefined) await solve(tutorial.folder, exercise);
    await using vscode = await openVSCode({
      title: `picture-${Object.keys(parts).join('-')}`,
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
      size,
    });
    await show(vscode, tutorial.folder);
    for (const look of taken) {
      await wear(vscode, look);
      for (const [name, part] of Object.entries(parts)) await take(vscode, part, `${name}-${shadeOf(look)}`);
    }
  } finally {
    tutorial.dispose();
  }
}

/** Goes to an exercise, with its solution as one's own work. */
async function solve(folder: string, exercise: string): Promise<void> {
  await runProgram('git', ['checkout', '-q', exercise], { cwd: folder });
  await runProgram('git', ['checkout', '-q', `solutions/${exercise}`, '--', 'src'], { cwd: folder });
}

async function take({ page }: VSCode, part: string, name: string): Promise<void> {
  const folder = inRoot('media', 'walkthrough');
  mkdirSync(folder, { recursive: true });
  await page
    .locator(part)
    .screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70, animations: 'disabled' });
}

/** `dark`, `light` */
function shadeOf({ bodyClass }: Look): string {
  return bodyClass.slice('vscode-'.length);
}
