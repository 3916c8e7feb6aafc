import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Guide } from '../guide/guide.ts';
import type { TutorialCommand, TutorialCommands } from '../tutorial-commands.ts';
import { exerciseId, stepNumber } from './command-arguments.ts';
import type { CourseActions } from './course-actions.ts';
import type { CourseModel } from './course-model.ts';
import { plain } from './feedback/outcome-text.ts';

export interface CourseCommandDependencies {
  readonly actions: CourseActions;
  readonly model: CourseModel;
  readonly guide: Guide;
  readonly commands: TutorialCommands;
}

/** Everything the guide and the tree can do, as commands: nobody needs the webview. */
export function registerCourseCommands({ actions, model, guide, commands }: CourseCommandDependencies): Disposable {
  const owned = new DisposableStore();
  const handle = (name: TutorialCommand, run: (argument?: unknown) => unknown) => owned.add(commands.handle(name, run));

  handle('check', () => actions.check());
  handle('checkStep', (wanted) => actions.checkStep(stepNumber(wanted) ?? ''));
  handle('openGuide', (wanted) => guide.show(stepNumber(wanted)));
  handle('openGuideLarge', () => guide.openLarge());
  handle('revealHint', () => revealHint(actions, guide));
  handle('compareWithSolution', (wanted) => actions.compareWithSolution(stepNumber(wanted), { asksAgain: false }));
  handle('stepThroughCheck', (wanted) => actions.stepThroughCheck(stepNumber(wanted)));
  handle('startExercise', (wanted) => actions.startExercise(exerciseId(wanted)));
  handle('resetExercise', () => actions.resetExercise());
  handle('bringMySolutionAlong', () => actions.bringMySolutionAlong());
  handle('undo', () => actions.undo());
  owned.add(vscode.workspace.onDidSaveTextDocument(() => void checkOnSave(model)));
  return owned;
}

async function checkOnSave(model: CourseModel): Promise<void> {
  const wanted = vscode.workspace.getConfiguration('groundUp').get('checkOnSave', false);
  if (wanted && model.state.kind === 'open' && model.state.trusted) await model.check();
}

/** The next hint of the step the learner is at, as a message; the guide shows the same one. */
async function revealHint(actions: CourseActions, guide: Guide): Promise<void> {
  const hint = await actions.revealHint();
  if (hint === undefined) return;
  const open = 'Open the Guide';
  if ((await vscode.window.showInformationMessage(plain(hint.sentence), open)) === open) await guide.show(hint.step);
}
