import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import type { Step } from '../../../course/exercise.ts';
import type { CourseExercise } from '../../../course/load-course.ts';
import { stepLabel } from '../../../course/step-label.ts';
import type { Language } from '../../../learner/language.ts';
import type { CoursePart } from '../tutorial-source.ts';

const scheme = 'ground-up-solution';

export interface SolutionDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
}

/** The reference solution as read-only documents beside the learner's own files. */
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

  /** `ground-up-solution:/01-start-game/src/domain/game.ts` */
  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const [, exercise = '', ...file] = path.split('/');
    return (await this.#files(exercise)).get(file.join('/')) ?? '';
  }

  /** The solution's file on the left, the learner's own on the right, to be edited: where the step is mostly about. */
  async compare({ exercise }: CourseExercise, { place, number }: Step): Promise<void> {
    const { folder, language } = this.#dependencies;
    const file = language.words.file(place.module);
    const solution = vscode.Uri.from({ scheme, path: `/${exercise.id}/${file}` });
    const own = vscode.Uri.joinPath(folder, file);
    await vscode.commands.executeCommand('vscode.diff', solution, own, `${stepLabel(number)}: one solution ↔ yours`);
  }

  async #files(exercise: string): Promise<ReadonlyMap<string, string>> {
    const { exercisesFolder, language, loadPart } = this.#dependencies;
    const { composeSolution, textsOf } = await loadPart();
    return textsOf(await composeSolution(exercisesFolder, exercise, language.id));
  }
}
