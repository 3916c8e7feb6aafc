import * as vscode from 'vscode';
import type { CourseExercise } from '../../course/load-course.ts';
import type { ExerciseReport } from '../../course/report.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerRunner } from '../../learner/learner-code.ts';
import { posixPath } from '../text.ts';
import type { CourseSource } from './course-model.ts';
import type { CurrentExercise, LoadedCourse } from './course-state.ts';
import { checkedOutIn } from './own-work.ts';

/** What course/bundle.ts exports: everything heavy about the course, loaded when there is one to show. */
export type CoursePart = typeof import('../../course/bundle.ts');

export interface TutorialSourceDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
  readonly runner: () => Promise<LearnerRunner>;
}

/** The course as it came with the extension, and the learner's files as they stand in the editor, saved or not. */
export class TutorialSource implements CourseSource {
  readonly #dependencies: TutorialSourceDependencies;

  constructor(dependencies: TutorialSourceDependencies) {
    this.#dependencies = dependencies;
  }

  async load(): Promise<LoadedCourse> {
    const { loadCourse, parseInstructions } = await this.#dependencies.loadPart();
    const exercises = await loadCourse(this.#dependencies.exercisesFolder);
    const instructions = exercises.map((each) => [each.exercise.id, parseInstructions(each.instructions)] as const);
    return { exercises, instructions: new Map(instructions) };
  }

  async currentExercise({ exercises }: LoadedCourse): Promise<CurrentExercise | undefined> {
    const { currentExercise } = await this.#dependencies.loadPart();
    const { fsPath } = this.#dependencies.folder;
    const current = await currentExercise(exercises, fsPath);
    return current && { exercise: current, checkedOut: await checkedOutIn(fsPath, current.exercise) };
  }

  async readFiles(): Promise<ReadonlyMap<string, string>> {
    const { folder, language, loadPart } = this.#dependencies;
    const { isSourceOf, readSourceFiles } = await loadPart();
    const isSource = isSourceOf(language);
    const files = await readSourceFiles(folder.fsPath, language);
    for (const document of vscode.workspace.textDocuments) {
      const path = document.isDirty ? posixPath(folder, document.uri) : undefined;
      if (path !== undefined && isSource(path)) files.set(path, document.getText());
    }
    return files;
  }

  async check({ exercise }: CourseExercise, files: ReadonlyMap<string, string>): Promise<ExerciseReport> {
    const [{ checkExercise }, runner] = await Promise.all([this.#dependencies.loadPart(), this.#dependencies.runner()]);
    const seconds = vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5);
    const openStore = async () => (await import('../../grpc/bundle.ts')).openThrowawayStore();
    return checkExercise({ exercise, files, runner, openStore, limits: { time: seconds * 1000 } });
  }

  isTrusted(): boolean {
    return vscode.workspace.isTrusted;
  }
}
