import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import type { Done, Moved, TutorialWorkspace } from '../../course/workspace/moved.ts';
import { gitBinary } from '../git-binary.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import type { CourseModel, CourseOpen } from './course-model.ts';
import type { GivenDocuments } from './given-documents.ts';
import type { CoursePart } from './tutorial-source.ts';

export interface ExerciseMoveDependencies {
  readonly model: CourseModel;
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
  readonly commands: TutorialCommands;
  readonly given: GivenDocuments;
}

/** Going from one exercise to another, and back. All that can be lost is kept before anything moves. */
export class ExerciseMoves implements Disposable {
  readonly #dependencies: ExerciseMoveDependencies;
  readonly #owned = new DisposableStore();

  constructor(dependencies: ExerciseMoveDependencies) {
    this.#dependencies = dependencies;
    const { commands } = dependencies;
    this.#owned.add(commands.handle('startExercise', (wanted) => this.#startExercise(exerciseIn(wanted))));
    this.#owned.add(commands.handle('resetExercise', () => this.#resetExercise()));
    this.#owned.add(commands.handle('bringMySolutionAlong', () => this.#bringAlong()));
    this.#owned.add(commands.handle('undo', () => this.#move('Undoing', (workspace) => workspace.undo())));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #startExercise(wanted: string | undefined): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const known = open.course.exercises.find(({ exercise }) => exercise.id === wanted);
    const chosen = known ?? (await pickExercise(open));
    if (chosen === undefined) return;
    const { id, title } = chosen.exercise;
    await this.#move(`Going to “${title}”`, (workspace) => workspace.startExercise(id));
  }

  async #resetExercise(): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const { id, title } = open.current.exercise;
    const reset = 'Begin Again';
    const detail = 'What you wrote is kept first; “Undo the Last Switch or Reset” brings it back.';
    const sentence = `Begin “${title}” again from its start?`;
    if ((await vscode.window.showWarningMessage(sentence, { modal: true, detail }, reset)) !== reset) return;
    await this.#move(`Beginning “${title}” again`, (workspace) => workspace.resetExercise(id));
  }

  async #bringAlong(): Promise<void> {
    const open = this.#open();
    if (open === undefined) return;
    const next = open.course.exercises[open.course.exercises.indexOf(open.current) + 1];
    if (next === undefined) {
      await vscode.window.showInformationMessage(
        'This is the last exercise; there is none to bring your solution along to.',
      );
      return;
    }
    const { id, title } = next.exercise;
    await this.#move(`Going to “${title}” with your own code`, (workspace) => workspace.bringMySolutionAlong(id));
  }

  #open(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    return state.kind === 'open' ? state : undefined;
  }

  async #move(title: string, move: (workspace: TutorialWorkspace) => Promise<Moved>): Promise<void> {
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

  async #tell(moved: Moved): Promise<void> {
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
    if (chosen === 'Undo') await vscode.commands.executeCommand('groundUp.undo');
    if (chosen === 'Show the Differences') await given.compare(done.differing);
  }
}

async function pickExercise({ course, current }: CourseOpen): Promise<CourseExercise | undefined> {
  const items = course.exercises.map((each) => ({
    label: `${Number(each.exercise.id.slice(0, 2))}  ${each.exercise.title}`,
    description: each === current ? 'you are here' : each.exercise.branch,
    detail: each.exercise.summary,
    each,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Start an exercise', matchOnDetail: true });
  return chosen?.each;
}

/** Which exercise a command is about: named by its id, or by the tree's own item. */
function exerciseIn(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted;
  if (typeof wanted !== 'object' || wanted === null || !('of' in wanted)) return undefined;
  const { of } = wanted;
  if (typeof of !== 'object' || of === null || !('exercise' in of)) return undefined;
  const { exercise } = of;
  return typeof exercise === 'object' && exercise !== null && 'id' in exercise ? String(exercise.id) : undefined;
}
