import * as vscode from 'vscode';
import type { Exercise } from '../../course/exercise.ts';
import { numberOf } from '../../course/exercise-number.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import type { ChangeResult, Done, TutorialWorkspace } from '../../course/workspace/change/change-result.ts';
import { gitBinary } from '../git-binary.ts';
import type { CourseModel } from './course-model.ts';
import { type CourseOpen, nextExercise } from './course-state.ts';
import type { OwnCodeAlong } from './own-code-along.ts';
import type { CoursePart } from './tutorial-source.ts';

export interface ExerciseMoveDependencies {
  readonly model: CourseModel;
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
  readonly ownCode: OwnCodeAlong;
}

/** Going from one exercise to another, and back. All that can be lost is kept before anything moves. */
export class ExerciseMoves {
  readonly #dependencies: ExerciseMoveDependencies;

  constructor(dependencies: ExerciseMoveDependencies) {
    this.#dependencies = dependencies;
  }

  /** Asks which where no id is given. */
  async startExercise(wanted?: string): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const known = open.course.exercises.find(({ exercise }) => exercise.id === wanted);
    const chosen = known ?? (await pickExercise(open));
    if (chosen === undefined) return;
    const { id, title } = chosen.exercise;
    await this.#move(`Going to “${title}”`, (workspace) => workspace.startExercise(id));
  }

  async resetExercise(): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const { id, title } = open.current.exercise;
    const reset = 'Begin Again';
    const detail = 'What you wrote is kept first; “Undo the Last Switch or Reset” brings it back.';
    const sentence = `Begin “${title}” again from its start?`;
    if ((await vscode.window.showWarningMessage(sentence, { modal: true, detail }, reset)) !== reset) return;
    await this.#move(`Beginning “${title}” again`, (workspace) => workspace.resetExercise(id));
  }

  async bringMySolutionAlong(): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const next = nextExercise(open);
    if (next === undefined) {
      await vscode.window.showInformationMessage(
        'This is the last exercise; there is none to bring your solution along to.',
      );
      return;
    }
    const { exercise } = next;
    const moved = await this.#moved(`Going to “${exercise.title}” with your own code`, (workspace) =>
      workspace.bringMySolutionAlong(exercise.id),
    );
    if (moved?.kind === 'done') await this.#arriveWithOwnCode(moved, exercise);
    else if (moved !== undefined) await this.#tell(moved);
  }

  async undo(): Promise<void> {
    await this.#move('Undoing', (workspace) => workspace.undo());
  }

  #open(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    return state.kind === 'open' ? state : undefined;
  }

  async #move(title: string, move: (workspace: TutorialWorkspace) => Promise<ChangeResult>): Promise<void> {
    const moved = await this.#moved(title, move);
    if (moved !== undefined) await this.#tell(moved);
  }

  /** Undefined when the learner keeps something unsaved. */
  async #moved(
    title: string,
    move: (workspace: TutorialWorkspace) => Promise<ChangeResult>,
  ): Promise<ChangeResult | undefined> {
    // What is only in the editor would be written over what comes, later and without a word.
    if (!(await vscode.workspace.saveAll(false))) return undefined;
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
      const { folder, exercisesFolder, loadPart } = this.#dependencies;
      const { openWorkspace } = await loadPart();
      const opened = await openWorkspace({ folder: folder.fsPath, exercisesFolder, git: gitBinary() });
      return opened.kind === 'workspace' ? move(opened.workspace) : opened;
    });
  }

  async #tell(moved: ChangeResult): Promise<void> {
    switch (moved.kind) {
      case 'done':
        return this.#arrive(moved);
      case 'unchanged':
        await vscode.window.showInformationMessage(moved.sentence);
        return;
      case 'refused':
      case 'stopped':
        await vscode.window.showErrorMessage(moved.sentence);
        return;
    }
  }

  async #arrive(done: Done): Promise<void> {
    const { model, folder } = this.#dependencies;
    if (done.open !== folder.fsPath) return openFolder(done);
    await model.refresh();
    if ((await vscode.window.showInformationMessage(done.sentence, 'Undo')) === 'Undo') await this.undo();
  }

  async #arriveWithOwnCode(done: Done, exercise: Exercise): Promise<void> {
    const { model, folder, ownCode } = this.#dependencies;
    if (done.open !== folder.fsPath) {
      // Opening another folder ends all that runs here, so it has to be said before.
      const detail = await ownCode.missingIn(exercise, done.open);
      if (detail !== undefined) await vscode.window.showInformationMessage(done.sentence, { modal: true, detail });
      return openFolder(done);
    }
    await model.refresh();
    if ((await ownCode.offer(exercise, done)) === 'undo') await this.undo();
  }
}

async function openFolder({ open }: Done): Promise<void> {
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(open), { forceNewWindow: false });
}

async function pickExercise({ course, current }: CourseOpen): Promise<CourseExercise | undefined> {
  const items = course.exercises.map((each) => ({
    label: `${numberOf(each.exercise)}  ${each.exercise.title}`,
    description: each === current ? 'you are here' : each.exercise.branch,
    detail: each.exercise.summary,
    each,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Start an exercise', matchOnDetail: true });
  return chosen?.each;
}
