import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import { hintsIn, type Step } from '../../course/exercise.ts';
import { untouched } from '../../course/progress.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { Language } from '../../learner/language.ts';
import type { CodeLink } from '../../pages/guide/links.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { GuideActions } from '../guide/guide-model.ts';
import { mayCompare } from '../guide/guide-state.ts';
import type { LearnerPanel } from '../learner-panel.ts';
import type { CodeOpener } from './code-opener.ts';
import type { CheckOutcome, CourseModel } from './course-model.ts';
import { type CourseOpen, currentProgress, nextExercise, stepAtHand } from './course-state.ts';
import type { SolutionDocuments } from './documents/solution-documents.ts';
import type { ExerciseMoves } from './exercise-moves.ts';
import { outcomeText } from './feedback/outcome-text.ts';
import type { StepThrough } from './step-through.ts';

export interface CourseActionDependencies {
  readonly model: CourseModel;
  readonly language: Language;
  readonly code: CodeOpener;
  readonly solutions: SolutionDocuments;
  readonly panel: LearnerPanel;
  readonly checks: StepThrough;
  readonly moves: ExerciseMoves;
}

/** A hint that has just been shown, in words. */
export interface ShownHint {
  readonly step: string;
  readonly sentence: string;
}

/** What a learner can ask for, from wherever: a command, the tree, the Testing view or the guide. */
export class CourseActions implements GuideActions {
  readonly #dependencies: CourseActionDependencies;

  constructor(dependencies: CourseActionDependencies) {
    this.#dependencies = dependencies;
  }

  /** Says the outcome in words too: whoever checks from a key or the palette may have neither tree nor guide in view. */
  async check(): Promise<CheckOutcome> {
    const outcome = await this.#dependencies.model.check();
    if (outcome.kind === 'checked') {
      vscode.window.setStatusBarMessage(outcomeText(outcome.check), 8_000);
      await vscode.commands.executeCommand('setContext', 'groundUp.hasChecked', true);
    }
    if (outcome.kind === 'untrusted') await askForTrust();
    return outcome;
  }

  async checkAll(): Promise<void> {
    await this.check();
  }

  /** Makes the step the one the learner is at, and checks. */
  async checkStep(number: string): Promise<void> {
    this.goToStep(number);
    await this.check();
  }

  goToStep(number: string): void {
    this.#dependencies.model.goToStep(number);
  }

  /** Of the step the learner is at where none is given; undefined when there is none. */
  async revealHint(wanted?: string): Promise<ShownHint | undefined> {
    const open = this.#open();
    const step = open && stepNamed(open, wanted);
    if (open === undefined || step === undefined) return undefined;
    const { number } = step;
    const hints = hintsIn(step, this.#dependencies.language);
    const at = Math.min(currentProgress(open).get(number)?.hintsRevealed ?? 0, hints.length - 1);
    await this.#dependencies.model.revealHint(number);
    const sentence = `Hint ${at + 1} of ${hints.length} for ${stepLabel(number)}: ${hints[at] ?? ''}`;
    return { step: number, sentence };
  }

  /**
   * Opens the solution up to a step beside the learner's code. Before a pass it takes a second thought: `asksAgain` says that
   * the one who asks will do so once more for it, as in the guide.
   */
  async compareWithSolution(wanted?: string, { asksAgain = true } = {}): Promise<void> {
    const open = this.#open();
    const step = open && stepNamed(open, wanted);
    if (open === undefined || step === undefined) return;
    const before = currentProgress(open).get(step.number) ?? untouched;
    await this.#dependencies.model.askForSolution(step.number);
    const isAllowed = mayCompare(before);
    if (!isAllowed && asksAgain) return;
    if (isAllowed || (await confirmComparing(step))) await this.#dependencies.solutions.compare(open.current, step);
  }

  async showInPanel(): Promise<void> {
    await this.#dependencies.panel.focus();
  }

  /** Asks which step where none is given. */
  async stepThroughCheck(wanted?: string): Promise<void> {
    await this.#dependencies.checks.ofOwnCode(wanted);
  }

  async openCode({ file, member }: CodeLink, column?: number): Promise<void> {
    await this.#dependencies.code.atMember(file, member, column);
  }

  async openLocation(at: SourceLocation, column?: number): Promise<void> {
    await this.#dependencies.code.atFrame(at, column);
  }

  /** Asks which exercise where none is given. */
  async startExercise(wanted?: string): Promise<void> {
    await this.#dependencies.moves.startExercise(wanted);
  }

  async nextExercise(): Promise<void> {
    const open = this.#open();
    const next = open && nextExercise(open);
    if (next !== undefined) await this.startExercise(next.exercise.id);
  }

  /** From wherever else, back to the learner's own work on the exercise that is shown. */
  async returnToExercise(): Promise<void> {
    const open = this.#open();
    if (open !== undefined) await this.startExercise(open.current.exercise.id);
  }

  async resetExercise(): Promise<void> {
    await this.#dependencies.moves.resetExercise();
  }

  async bringMySolutionAlong(): Promise<void> {
    await this.#dependencies.moves.bringMySolutionAlong();
  }

  async undo(): Promise<void> {
    await this.#dependencies.moves.undo();
  }

  async startTutorial(): Promise<void> {
    await vscode.commands.executeCommand('groundUp.startTutorial');
  }

  async trust(): Promise<void> {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }

  #open(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    return state.kind === 'open' ? state : undefined;
  }
}

async function confirmComparing({ number }: Step): Promise<boolean> {
  const show = 'Show It';
  const sentence = `${stepLabel(number)} has not passed yet. Look at the solution all the same?`;
  return (await vscode.window.showInformationMessage(sentence, { modal: true }, show)) === show;
}

function stepNamed(open: CourseOpen, wanted: string | undefined) {
  return open.current.exercise.steps.find(({ number }) => number === wanted) ?? stepAtHand(open);
}
