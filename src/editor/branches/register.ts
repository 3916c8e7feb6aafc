import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { CourseModel } from '../course/course-model.ts';
import type { LearnerCode } from '../course/learner-code.ts';
import type { BranchStep } from '../course/step-through.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import type { Branches } from './branches.ts';

export interface BranchDependencies {
  readonly extensionUri: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly model: CourseModel;
  readonly learnerCode: LearnerCode;
  readonly commands: TutorialCommands;
  /** Steps through a check of a branch's code in the panel. */
  readonly stepThrough: (step: BranchStep) => Promise<void>;
}

/** Registers the command, and loads all that is behind it when somebody first asks for it. */
export function registerBranches(dependencies: BranchDependencies): Disposable {
  const owned = new DisposableStore();
  let loading: Promise<Branches> | undefined;
  owned.add(
    dependencies.commands.handle('validateBranches', async () => {
      loading ??= import('./branches.ts').then((part) => owned.add(new part.Branches(dependencies)));
      await (await loading).validate();
    }),
  );
  return owned;
}
