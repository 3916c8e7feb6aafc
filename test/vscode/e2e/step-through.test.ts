import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runProgram } from '../../../src/dev/program.ts';
import { attempts, game, solved } from '../../course/branches/learners.ts';
import { check, passed, typeOver, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode } from '../vscode-page.ts';

describe('stepping through a check', () => {
  it('shows after “not yet” what happened, and after a save what happens now', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    const { folder } = tutorial;
    const { code, output } = await runProgram('git', ['checkout', '-q', solved], { cwd: folder });
    assert.equal(code, 0, output);
    const solution = readFileSync(join(folder, game), 'utf8');
    await using vscode = await openVSCode({
      title: 'step-through',
      extension: packedExtension,
      folder,
      settings: typistSettings,
    });
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();

    await typeOver(vscode, folder, game, attempts.forgetful[game]);
    await check(vscode);
    await passed(vscode, '1.4');
    await check(vscode);
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByText('Your command applied an event and then forgot it.').first().waitFor();
    await guide.locator('#step-1-5').getByRole('button', { name: 'Step through this check' }).click();

    await panel.getByRole('heading', { name: 'Check of 1.5: Say it with an event' }).waitFor();
    await panel.locator('.row.silent', { hasText: 'startGame(' }).waitFor();
    await panel.locator('.comparison', { hasText: 'missing' }).waitFor();
    await vscode.screenshot('1-not-yet');
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.field', { hasText: 'playerOne' }).getByText('undefined').first().waitFor();
    await panel.getByRole('button', { name: 'Forward' }).click();
    await panel
      .locator('.field', { hasText: 'playerOne' })
      .getByText(/"[^"]+"/)
      .first()
      .waitFor();

    await typeOver(vscode, folder, game, solution);
    await panel.locator('.row.event', { hasText: /GameStarted .+ against / }).waitFor();
    await panel.locator('.check', { hasText: 'passed' }).waitFor();
    await panel.locator('.comparison').waitFor({ state: 'detached' });
    await vscode.screenshot('2-saved');

    await vscode.choose('F1', '>Event Sourcing: Step Through a Check', 'Step Through a Check');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Rebuild it from events' }).click();
    await panel.getByRole('heading', { name: 'Check of 1.6: Rebuild it from events' }).waitFor();
    await panel.getByLabel('What to look at').selectOption('game/fresh');
    await panel.locator('.row.event', { hasText: 'apply(GameStarted)' }).waitFor();
    await vscode.screenshot('3-told-events');

    await panel.getByRole('button', { name: 'Back to your game' }).click();
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    assert.equal(await panel.locator('.check').count(), 0);
  });
});
