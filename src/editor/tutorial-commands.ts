import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../base/disposable.ts';

/** What a learner can do in a tutorial, by the last part of the command's name. */
export const tutorialCommands = [
  'check',
  'checkStep',
  'openGuide',
  'openGuideLarge',
  'revealHint',
  'compareWithSolution',
  'stepThroughCheck',
  'openPanel',
  'openPanelLarge',
  'validateBranches',
  'followBranches',
  'playInTerminal',
  'startExercise',
  'resetExercise',
  'bringMySolutionAlong',
  'undo',
  'showStore',
  'useServer',
] as const;
export type TutorialCommand = (typeof tutorialCommands)[number];

type Handler = (argument?: unknown) => unknown;

/**
 * The tutorial's commands are there in every window, so that a key or a link never leads to
 * “command not found”: where no tutorial is open, they say so and offer to make one.
 */
export class TutorialCommands implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #handlers = new Map<TutorialCommand, Handler>();

  constructor() {
    for (const name of tutorialCommands) {
      this.#owned.add(
        vscode.commands.registerCommand(`groundUp.${name}`, (argument?: unknown) =>
          (this.#handlers.get(name) ?? offerTutorial)(argument),
        ),
      );
    }
  }

  handle(name: TutorialCommand, handler: Handler): Disposable {
    this.#handlers.set(name, handler);
    return toDisposable(() => this.#handlers.delete(name));
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

async function offerTutorial(): Promise<void> {
  const start = 'Start the Tutorial';
  const chosen = await vscode.window.showInformationMessage('No tutorial is open in this window.', start);
  if (chosen === start) await vscode.commands.executeCommand('groundUp.startTutorial');
}
