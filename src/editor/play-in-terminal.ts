import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Disposable } from '../base/disposable.ts';
import type { Language } from '../learner/language.ts';
import { type CourseModel, storesEvents } from './course/course-model.ts';
import type { HostedStore } from './store/hosted-store.ts';
import { storeEnvironment } from './store/store-environment.ts';
import type { TutorialCommands } from './tutorial-commands.ts';

export interface PlayDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  /** The bundled command line, which is what runs in the terminal. */
  readonly cliPath: string;
  readonly commands: TutorialCommands;
  readonly model: CourseModel;
  readonly store: HostedStore;
}

/** The learner's own game in a terminal, on the editor's own runtime: no Node has to be installed. */
export function registerPlayInTerminal(dependencies: PlayDependencies): Disposable {
  return dependencies.commands.handle('playInTerminal', () => play(dependencies));
}

async function play({ folder, language, cliPath, model, store }: PlayDependencies): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await vscode.window.showWarningMessage('Your game runs once you trust this folder.');
    return;
  }
  if (!existsSync(join(folder.fsPath, language.terminalProgram))) {
    const sentence =
      'This exercise has no game for the terminal yet; exercise 2 brings one. The panel plays it already.';
    await vscode.window.showInformationMessage(sentence);
    return;
  }
  if (storesEvents(model)) await store.open();
  await vscode.tasks.executeTask(gameTask(folder, cliPath, storeEnvironment(store.state)));
}

/** A task, and not a mere terminal, which would close with the game before anybody has seen who won. */
function gameTask(folder: vscode.Uri, cliPath: string, environment: Readonly<Record<string, string>>): vscode.Task {
  const run = new vscode.ProcessExecution(process.execPath, ['--disable-warning=ExperimentalWarning', cliPath, 'run'], {
    cwd: folder.fsPath,
    // The desktop's own executable is a Node only when it is told so.
    env: { ELECTRON_RUN_AS_NODE: '1', ...environment },
  });
  const task = new vscode.Task(
    { type: 'groundUp' },
    vscode.TaskScope.Workspace,
    'Connect Four',
    'Event Sourcing',
    run,
    [],
  );
  const { Always } = vscode.TaskRevealKind;
  const { Dedicated } = vscode.TaskPanelKind;
  task.presentationOptions = { reveal: Always, focus: true, panel: Dedicated, clear: true, echo: false };
  return task;
}
