import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Step } from '../../course/exercise.ts';
import type { SourceFiles } from '../../learner/learner-code.ts';
import type { Place } from '../../timeline/entry.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { LearnerPanel } from '../learner-panel.ts';
import type { CheckedStep } from '../panel/scenario/checked-step.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import { type CourseModel, type CourseOpen, currentProgress, stepAtHand } from './course-model.ts';
import type { LearnerCode } from './learner-code.ts';
import { labelOf, stepNumber, stepStateText } from './step-text.ts';

export interface StepThroughDependencies {
  readonly model: CourseModel;
  readonly learnerCode: LearnerCode;
  readonly panel: LearnerPanel;
  readonly commands: TutorialCommands;
}

/** One step's check on the code of a branch, and how to look into that code. */
export interface BranchStep {
  readonly branch: string;
  readonly step: Step;
  readonly files: SourceFiles;
  openPlace(place: Place): void;
}

/** A long game is seen many times over. */
const output = 20_000_000;

/** Opens checks in the panel: of the learner's own code by a command, and of branches for whoever has one. */
export class StepThrough implements Disposable {
  readonly #dependencies: StepThroughDependencies;
  readonly #owned = new DisposableStore();

  constructor(dependencies: StepThroughDependencies) {
    this.#dependencies = dependencies;
    this.#owned.add(dependencies.commands.handle('stepThroughCheck', (wanted) => this.#ofOwnCode(stepNumber(wanted))));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async ofBranch({ branch, step, files, openPlace }: BranchStep): Promise<void> {
    await this.#open({ ...this.#checked(step, files), branch, openPlace });
  }

  async #ofOwnCode(wanted: string | undefined): Promise<void> {
    const { state } = this.#dependencies.model;
    if (state.kind !== 'open') return;
    const { steps } = state.current.exercise;
    const step = wanted === undefined ? await askWhich(state) : steps.find(({ number }) => number === wanted);
    if (step !== undefined) await this.#open(this.#checked(step));
  }

  async #open(checked: CheckedStep): Promise<void> {
    if (vscode.workspace.isTrusted) await this.#dependencies.panel.openCheck(checked);
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
      openStore: async () => (await import('../../grpc/part.ts')).openThrowawayStore(),
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
    label: `${labelOf(step.number)}  ${step.title}`,
    description: stepStateText(progress.get(step.number)),
    step,
  }));
  const options = { title: 'Step Through a Check', placeHolder: 'Of which step? Its scenario is run on your code.' };
  return (await vscode.window.showQuickPick(items, options))?.step;
}
