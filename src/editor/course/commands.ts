import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { untouched } from '../../course/progress.ts';
import { type ExerciseReport, firstOpenStep } from '../../course/report.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { Guide } from '../guide/guide.ts';
import { mayCompare } from '../guide/guide-state.ts';
import type { TutorialCommand, TutorialCommands } from '../tutorial-commands.ts';
import { type CheckOutcome, type CourseModel, currentProgress, stepAtHand } from './course-model.ts';
import type { SolutionDocuments } from './solution-documents.ts';
import { labelOf, stepNumber } from './step-text.ts';

export interface CourseCommandDependencies {
  readonly model: CourseModel;
  readonly guide: Guide;
  readonly solutions: SolutionDocuments;
  readonly commands: TutorialCommands;
}

/** Everything the guide and the tree can do, as commands: nobody needs the webview. */
export function registerCourseCommands({ model, guide, solutions, commands }: CourseCommandDependencies): Disposable {
  const owned = new DisposableStore();
  const handle = (name: TutorialCommand, run: (argument?: unknown) => unknown) => owned.add(commands.handle(name, run));

  handle('check', () => check(model));
  handle('checkStep', async (wanted) => {
    model.goToStep(stepNumber(wanted) ?? '');
    await check(model);
  });
  handle('openGuide', (wanted) => guide.show(stepNumber(wanted)));
  handle('revealHint', () => revealHint(model, guide));
  handle('compareWithSolution', (wanted) => compareWithSolution(model, solutions, stepNumber(wanted)));
  owned.add(vscode.workspace.onDidSaveTextDocument(() => void checkOnSave(model)));
  return owned;
}

/** Says the outcome in words too: whoever checks from a key or the palette may have neither tree nor guide in view. */
async function check(model: CourseModel): Promise<CheckOutcome> {
  const outcome = await model.check();
  switch (outcome.kind) {
    case 'checked':
      vscode.window.setStatusBarMessage(reportText(outcome.report), 8_000);
      break;
    case 'untrusted':
      await askForTrust();
      break;
    case 'noTutorial':
      break;
  }
  return outcome;
}

function reportText(report: ExerciseReport): string {
  const step = firstOpenStep(report);
  if (step === undefined || step.judgement.verdict === 'pass')
    return '$(pass-filled) Every step of this exercise has passed.';
  return step.judgement.told.headline.replaceAll('`', '');
}

async function checkOnSave(model: CourseModel): Promise<void> {
  const wanted = vscode.workspace.getConfiguration('groundUp').get('checkOnSave', false);
  if (wanted && model.state.kind === 'open' && model.state.trusted) await model.check();
}

/** The next hint of the step the learner is at, as a message; the guide shows the same one. */
async function revealHint(model: CourseModel, guide: Guide): Promise<void> {
  const { state } = model;
  const step = state.kind === 'open' ? stepAtHand(state) : undefined;
  if (state.kind !== 'open' || step === undefined) return;
  const at = Math.min(currentProgress(state).get(step.number)?.hintsRevealed ?? 0, step.hints.length - 1);
  await model.revealHint(step.number);
  const open = 'Open the Guide';
  const hint = `Hint ${at + 1} of ${step.hints.length} for ${labelOf(step.number)}: ${(step.hints[at] ?? '').replaceAll('`', '')}`;
  if ((await vscode.window.showInformationMessage(hint, open)) === open) await guide.show(step.number);
}

/** Before a pass it takes a second thought; the guide asks twice in its own way. */
async function compareWithSolution(
  model: CourseModel,
  solutions: SolutionDocuments,
  wanted: string | undefined,
): Promise<void> {
  const { state } = model;
  if (state.kind !== 'open') return;
  const step = state.current.exercise.steps.find(({ number }) => number === wanted) ?? stepAtHand(state);
  if (step === undefined) return;
  const progress = currentProgress(state).get(step.number) ?? untouched;
  await model.askForSolution(step.number);
  if (!mayCompare(progress)) {
    const show = 'Show It';
    const sentence = `Step ${labelOf(step.number)} has not passed yet. Look at one solution all the same?`;
    if ((await vscode.window.showInformationMessage(sentence, { modal: true }, show)) !== show) return;
  }
  await solutions.compare(state.current, step);
}
