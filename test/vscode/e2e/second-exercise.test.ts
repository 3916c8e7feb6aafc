import { describe, it } from 'node:test';
import { check, solve, startExercise, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';
import { secondExercise } from './second-exercise-stages.ts';

describe('exercise 2, from its first step to a game that is won', () => {
  it('switches to it, solves every step in turn, and plays a game by clicking', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'second-exercise',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();

    await startExercise(vscode, 'Play the game');
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByRole('heading', { name: 'Play the game' }).waitFor();
    await check(vscode);
    await vscode.statusBarItem('2.2 not yet').waitFor();
    await vscode.screenshot('1-not-yet');
    for (const stage of secondExercise) {
      await solve(vscode, tutorial.folder, stage);
      await vscode.screenshot(`2-passed-${stage.passes}`);
    }

    await play(vscode);
  });
});

/** Player one stacks four in column A while player two answers in B; a refused move in between leaves no event. */
async function play(vscode: VSCode): Promise<void> {
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByRole('button', { name: 'Start game' }).click();
  const drop = async (column: string) => panel.getByRole('button', { name: `Column ${column},` }).click();
  await panel.getByText('GameStarted').first().waitFor();
  for (const [index, column] of ['A', 'B', 'A', 'B', 'A', 'B', 'A'].entries()) {
    await drop(column);
    await panel
      .getByText(`${index + 2} events`)
      .or(panel.getByText(`${index + 3} events`))
      .first()
      .waitFor();
  }
  await panel.getByText('GameFinished').first().waitFor();
  await panel.getByText('9 events').first().waitFor();
  await vscode.screenshot('3-won');
}
