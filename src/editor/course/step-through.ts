import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Step } from '../../course/exercise.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import type { CheckedStep } from '../../panel/check-replay/checked-step.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { LearnerPanel } from '../learner-panel.ts';
import type { CourseModel } from './course-model.ts';
import { type CourseOpen, currentProgress, stepAtHand } from './course-state.ts';
import { stepStateText } from './feedback/step-text.ts';
import type { LearnerCode } from './learner-code.ts';

export interface StepThroughDependencies {
  readonly model: CourseModel;
  readonly learnerCode: LearnerCode;
  readonly panel: LearnerPanel;
}

/** One step's check on the code of a branch, and how to look into that code. */
export interface BranchStep {
  readonly branch: string;
  readonly step: Step;
  /** Of the check that is stepped through. */
  readonly seed: string;
  readonly files: SourceFiles;
  /** For somebody who only wants to see it beside what they are at. */
  readonly preserveFocus: boolean;
  openLocation(location: SourceLocation): void;
}

/** A long game is seen many times over. */
const output = 20_000_000;

/** Opens checks in the panel: of the learner's own code, and of branches for whoever has one. */
export class StepThrough {
  readonly #dependencies: StepThroughDependencies;

  constructor(dependencies: StepThroughDependencies) {
    this.#dependencies = dependencies;
  }

  async ofBranch({ branch, step, seed, files, preserveFocus, openLocation }: BranchStep): Promise<void> {
    await this.#open({ ...this.#checked(step, files), seed, branch, openLocation }, { preserveFocus });
  }

  /** Asks which step where none is given. */
  async ofOwnCode(wanted?: string): Promise<void> {
    const { state } = this.#dependencies.model;
    if (state.kind !== 'open') return;
    const { steps } = state.current.exercise;
    const step = wanted === undefined ? await askWhich(state) : steps.find(({ number }) => number === wanted);
    if (step === undefined) return;
    const seed = currentProgress(state).get(step.number)?.seed;
    await this.#open({ ...this.#checked(step), ...(seed !== undefined && { seed }) });
  }

  async #open(checked: CheckedStep, how?: { readonly preserveFocus: boolean }): Promise<void> {
    if (vscode.workspace.isTrusted) await this.#dependencies.panel.openCheck(checked, how);
    else await askForTrust();
  }

  #checked(step: Step, files?: SourceFiles): CheckedStep {
    const { learnerCode } = this.#dependencies;
    return {
      step,
      openCode: async (environment = {}) => {
        const seconds = vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5);
        const limits = { time: seconds * 1000, output };
        return learnerCode.open({ environment, limits, ...(files && { files }) });
      },
      openStore: async () => (await import('../../grpc/bundle.ts')).openThrowawayStore(),
    };
  }
}

/** The step at hand stands first. */
async function askWhich(open: CourseOpen): Promise<Step | undefined> {
  const { steps } = open.current.exercise;
  const progress = currentProgress(open);
  const atHand = stepAtHand(open);
  const ordered = atHand === undefined ? steps : [atHand, ...steps.filter((step) => step !== atHand)];
  const items = ordered.map((step) => ({
    label: `${stepLabel(step.number)}  ${step.title}`,
    description: stepStateText(progress.get(step.number)),
    step,
  }));
  const options = { title: 'Step Through a Check', placeHolder: 'Of which step? Its scenario is run on your code.' };
  return (await vscode.window.showQuickPick(items, options))?.step;
}
