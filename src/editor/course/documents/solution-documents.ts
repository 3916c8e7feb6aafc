import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import type { Exercise, Step } from '../../../course/exercise.ts';
import type { CourseExercise } from '../../../course/load-course.ts';
import { stepLabel } from '../../../course/step-label.ts';
import type { Language } from '../../../learner/language.ts';
import type { CoursePart } from '../tutorial-source.ts';
import { filesToCompare } from './files-to-compare.ts';

const scheme = 'ground-up-solution';

export interface SolutionDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
  /** The learner's sources as they stand in the editor. */
  readonly readFiles: () => Promise<ReadonlyMap<string, string>>;
}

/** The reference solution as read-only documents beside the learner's own files, as far as the step that is at hand. */
export class SolutionDocuments implements vscode.TextDocumentContentProvider, Disposable {
  readonly #dependencies: SolutionDependencies;
  readonly #owned = new DisposableStore();

  constructor(dependencies: SolutionDependencies) {
    this.#dependencies = dependencies;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const asked = new URLSearchParams(query);
    const { loadCourse, findExercise } = await this.#dependencies.loadPart();
    const found = findExercise(await loadCourse(this.#dependencies.exercisesFolder), asked.get('exercise') ?? '');
    if (found === undefined) return '';
    return (await this.#upTo(found.exercise, asked.get('step') ?? '')).get(asked.get('file') ?? '') ?? '';
  }

  /** The solution up to a step on the left, the learner's own on the right, to be edited: a tab for every file in which they differ. */
  async compare({ exercise }: CourseExercise, { place, number }: Step): Promise<void> {
    const { exercisesFolder, language, loadPart, readFiles } = this.#dependencies;
    const { composeStart, sourcesOf } = await loadPart();
    const start = sourcesOf(await composeStart(exercisesFolder, exercise.id, language.id), language);
    const solution = await this.#upTo(exercise, number);
    const own = await readFiles();
    const files = filesToCompare({ start, solution, own, place: language.words.file(place.module) });
    const upTo = `solution up to ${stepName(number)}`;
    if (files.length === 0) await vscode.window.showInformationMessage(`Your code is the ${upTo}, word for word.`);
    // The last one opened is the one in front.
    for (const path of files.toReversed()) {
      const solved = this.#document({ exercise: exercise.id, step: number, file: path });
      const title = `${posix.basename(path)}: ${upTo} ↔ yours`;
      await vscode.commands.executeCommand('vscode.diff', solved, this.#ownFile(path, own.has(path)), title, {
        preview: files.length === 1,
      });
    }
  }

  /** At the path of the learner's own, so that the editor takes both for one file; what is meant stands in the query. */
  #document(meant: Readonly<Record<'exercise' | 'step' | 'file', string>>): vscode.Uri {
    const { path } = vscode.Uri.joinPath(this.#dependencies.folder, meant.file);
    return vscode.Uri.from({ scheme, path, query: new URLSearchParams(meant).toString() });
  }

  async #upTo(exercise: Exercise, step: string): Promise<ReadonlyMap<string, string>> {
    const { exercisesFolder, language, loadPart } = this.#dependencies;
    const { composeSolutionUpTo, sourcesOf } = await loadPart();
    return sourcesOf(await composeSolutionUpTo(exercisesFolder, exercise, step, language.id), language);
  }

  /** A file that is not there yet is one to be written: it comes to be when it is saved. */
  #ownFile(path: string, isThere: boolean): vscode.Uri {
    const file = vscode.Uri.joinPath(this.#dependencies.folder, path);
    return isThere ? file : file.with({ scheme: 'untitled' });
  }
}

function stepName(number: string): string {
  return /^\d/.test(number) ? `step ${number}` : `the ${stepLabel(number).toLowerCase()}`;
}
