import * as vscode from 'vscode';
import type { CourseExercise } from '../../course/load-course.ts';
import type { Frame } from '../../learner/protocol.ts';
import type { CodeLink } from '../../panel/guide-links.ts';
import type { GuideFacts, GuideModel } from '../guide/guide-model.ts';
import { mayCompare } from '../guide/guide-state.ts';
import type { CodeOpener } from './code-opener.ts';
import { type CourseModel, type CourseOpen, currentProgress } from './course-model.ts';
import type { SolutionDocuments } from './solution-documents.ts';

/** The course as the guide wants it: the model's facts, and the commands that everybody else uses too. */
export class LearnerGuide implements GuideModel {
  readonly #model: CourseModel;
  readonly #code: CodeOpener;
  readonly #solutions: SolutionDocuments;

  constructor(model: CourseModel, code: CodeOpener, solutions: SolutionDocuments) {
    this.#model = model;
    this.#code = code;
    this.#solutions = solutions;
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

  async showInPanel(): Promise<void> {
    await run('groundUp.openPanel');
  }

  async stepThroughCheck(step: string): Promise<void> {
    await run('groundUp.stepThroughCheck', step);
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
    const { state } = this.#model;
    if (state.kind === 'open') await run('groundUp.startExercise', following(state)?.exercise.id);
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
  const next = following(open);
  const instructions = course.instructions.get(current.exercise.id);
  return {
    kind: 'exercise',
    exercise: current.exercise,
    instructions: instructions ?? { title: current.exercise.title, intro: '', sections: [] },
    number: course.exercises.indexOf(current) + 1,
    total: course.exercises.length,
    ...(next && { nextExercise: next.exercise.title }),
    trusted,
    ...(turnedTo !== undefined && { current: turnedTo }),
    progress: currentProgress(open),
  };
}

/** The exercise after the one that is open. */
function following({ course, current }: CourseOpen): CourseExercise | undefined {
  return course.exercises[course.exercises.indexOf(current) + 1];
}

async function run(command: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...args);
}
