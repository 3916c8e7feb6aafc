import * as vscode from 'vscode';
import type { Frame } from '../../learner/protocol.ts';
import type { CodeLink } from '../../panel/guide-links.ts';
import type { GuideFacts, GuideModel } from '../guide/guide-model.ts';
import { mayCompare } from '../guide/guide-state.ts';
import type { LearnerPanel } from '../learner-panel.ts';
import type { CodeOpener } from './code-opener.ts';
import { type CourseModel, type CourseOpen, currentProgress } from './course-model.ts';
import type { SolutionDocuments } from './solution-documents.ts';
import { labelOf } from './step-text.ts';

/** The course as the guide wants it: the model's facts, and the commands that everybody else uses too. */
export class LearnerGuide implements GuideModel {
  readonly #model: CourseModel;
  readonly #code: CodeOpener;
  readonly #solutions: SolutionDocuments;
  readonly #panel: LearnerPanel;

  constructor(model: CourseModel, code: CodeOpener, solutions: SolutionDocuments, panel: LearnerPanel) {
    this.#model = model;
    this.#code = code;
    this.#solutions = solutions;
    this.#panel = panel;
  }

  get facts(): GuideFacts {
    const { state } = this.#model;
    return state.kind === 'open' ? exerciseFacts(state) : state;
  }

  get onDidChange() {
    return this.#model.onDidChange;
  }

  async check(step: string): Promise<void> {
    await run('groundUp.checkStep', step);
  }

  async checkAll(): Promise<void> {
    await run('groundUp.check');
  }

  async revealHint(step: string): Promise<void> {
    await this.#model.revealHint(step);
  }

  async compareWithSolution(number: string): Promise<void> {
    const { state } = this.#model;
    if (state.kind !== 'open') return;
    const step = state.current.exercise.steps.find((each) => each.number === number);
    const before = currentProgress(state).get(number);
    await this.#model.askForSolution(number);
    if (step !== undefined && before !== undefined && mayCompare(before))
      await this.#solutions.compare(state.current, step);
  }

  /** With what was expected beside what there was, where the last check of the step has both. */
  async showInPanel(number: string): Promise<void> {
    const { state } = this.#model;
    const judgement = state.kind === 'open' ? currentProgress(state).get(number)?.judgement : undefined;
    const comparison = judgement?.verdict === 'notYet' ? judgement.told.comparison : undefined;
    if (comparison === undefined) await run('groundUp.openPanel');
    else await this.#panel.showComparison(`Step ${labelOf(number)}`, comparison);
  }

  async goToStep(step: string): Promise<void> {
    this.#model.goToStep(step);
  }

  async openCode({ file, member }: CodeLink, column: number): Promise<void> {
    await this.#code.atMember(file, member, column);
  }

  async openLocation(at: Frame, column: number): Promise<void> {
    await this.#code.atFrame(at, column);
  }

  async nextExercise(): Promise<void> {
    await run('groundUp.startExercise');
  }

  async startTutorial(): Promise<void> {
    await run('groundUp.startTutorial');
  }

  async trust(): Promise<void> {
    await run('workbench.trust.manage');
  }
}

function exerciseFacts(open: CourseOpen): GuideFacts {
  const { course, current, trusted, turnedTo } = open;
  const at = course.exercises.indexOf(current);
  const following = course.exercises[at + 1];
  const instructions = course.instructions.get(current.exercise.id);
  return {
    kind: 'exercise',
    exercise: current.exercise,
    instructions: instructions ?? { title: current.exercise.title, intro: '', sections: [] },
    number: at + 1,
    total: course.exercises.length,
    ...(following && { nextExercise: following.exercise.title }),
    trusted,
    ...(turnedTo !== undefined && { current: turnedTo }),
    progress: currentProgress(open),
  };
}

async function run(command: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...args);
}
