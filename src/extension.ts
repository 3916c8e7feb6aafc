import { join } from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore } from './base/disposable.ts';
import { Doctor } from './editor/doctor/doctor.ts';
import { openTutorial } from './editor/open-tutorial.ts';
import { startTutorial } from './editor/start-tutorial.ts';
import { TutorialCommands } from './editor/tutorial-commands.ts';
import { tutorialFolder } from './editor/tutorial-folder.ts';
import { registerWalls } from './editor/wall/register.ts';
import { typescript } from './learner/typescript/language.ts';

/** The composition root: what there is in every window, and all the rest where a tutorial is open. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const owned = new DisposableStore();
  context.subscriptions.push(owned);
  const dist = join(context.extensionPath, 'dist');
  const parts = {
    exercisesFolder: join(dist, 'exercises'),
    driverPath: join(dist, 'driver.js'),
    cliPath: join(dist, 'cli.js'),
    packagesFolder: join(dist, 'packages'),
    language: typescript,
    loadPart: () => import('./course/bundle.ts'),
  };

  const doctor = owned.add(new Doctor({ ...parts, context }));
  const commands = owned.add(new TutorialCommands());
  owned.add(registerWalls(context.extensionUri));
  const folder = await tutorialFolder();
  await vscode.commands.executeCommand('setContext', 'groundUp.inTutorial', folder !== undefined);
  // A view whose condition only comes true by activation is blank after a reload, so what is told is the opposite.
  await vscode.commands.executeCommand('setContext', 'groundUp.noTutorial', folder === undefined);
  owned.add(
    vscode.commands.registerCommand('groundUp.startTutorial', (wanted?: unknown) => startTutorial(parts, wanted)),
  );
  if (folder !== undefined) owned.add(openTutorial({ ...parts, context, folder, commands, doctor }));
}
