import * as vscode from 'vscode';
import { numberOf } from '../../course/exercise-number.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import type { ChangeResult, Done, TutorialWorkspace } from '../../course/workspace/change/change-result.ts';
import { gitBinary } from '../git-binary.ts';
import type { CourseModel } from './course-model.ts';
import { type CourseOpen, nextExercise } from './course-state.ts';
import type { GivenDocuments } from './documents/given-documents.ts';
import type { CoursePart } from './tutorial-source.ts';

export interface ExerciseMoveDependencies {
  readonly model: CourseModel;
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
  readonly given: GivenDocuments;
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
    const { id, title } = next.exercise;
    await this.#move(`Going to “${title}” with your own code`, (workspace) => workspace.bringMySolutionAlong(id));
  }

  async undo(): Promise<void> {
    await this.#move('Undoing', (workspace) => workspace.undo());
  }

  #open(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    return state.kind === 'open' ? state : undefined;
  }

  async #move(title: string, move: (workspace: TutorialWorkspace) => Promise<ChangeResult>): Promise<void> {
    // What is only in the editor would be written over what comes, later and without a word.
    if (!(await vscode.workspace.saveAll(false))) return;
    const moved = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
      const { folder, exercisesFolder, loadPart } = this.#dependencies;
      const { openWorkspace } = await loadPart();
      const opened = await openWorkspace({ folder: folder.fsPath, exercisesFolder, git: gitBinary() });
      return opened.kind === 'workspace' ? move(opened.workspace) : opened;
    });
    await this.#tell(moved);
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
    const { model, folder, given } = this.#dependencies;
    if (done.open !== folder.fsPath) {
      await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(done.open), { forceNewWindow: false });
      return;
    }
    await model.refresh();
    const compare = done.differing.length === 0 ? [] : ['Show the Differences'];
    const chosen = await vscode.window.showInformationMessage(done.sentence, ...compare, 'Undo');
    if (chosen === 'Undo') await this.undo();
    if (chosen === 'Show the Differences') await given.compare(done.differing);
  }
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
