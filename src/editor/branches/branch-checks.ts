import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { type Choice, choicesOf } from '../../course/branches/choose.ts';
import type { Matrix } from '../../course/branches/matrix.ts';
import { validateBranches } from '../../course/branches/validate.ts';
import { type Branch, listBranches } from '../../course/git/branches.ts';
import { fetchBranches } from '../../course/git/fetch.ts';
import type { Git } from '../../course/git/git.ts';
import { openRepository } from '../../course/git/repository.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { CourseModel } from '../course/course-model.ts';
import type { CourseOpen } from '../course/course-state.ts';
import type { LearnerCode } from '../course/learner-code.ts';
import { gitBinary } from '../git-binary.ts';
import { BranchDocuments } from './branch-documents.ts';

export interface BranchChecksDependencies {
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly model: CourseModel;
  readonly learnerCode: LearnerCode;
}

export interface Opened {
  readonly git: Git;
  readonly documents: BranchDocuments;
}

/** The tutorial's repository, and checks of what is on its branches. */
export class BranchChecks implements Disposable {
  readonly #dependencies: BranchChecksDependencies;
  readonly #owned = new DisposableStore();
  #opened: Opened | undefined;

  constructor(dependencies: BranchChecksDependencies) {
    this.#dependencies = dependencies;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Undefined where there is nothing to be had, which is told then. */
  async open(): Promise<Opened | undefined> {
    return this.#readyCourse() && (await this.#openGit());
  }

  async choices({ git }: Opened): Promise<Choice[]> {
    const { course, current } = this.#courseOrThrow();
    return choicesOf(course.exercises, await listBranches(git), current.exercise.id);
  }

  /** Brings what is on every remote, for somebody to pick from; what was in the way is told, and they pick from what is here. */
  async fetch({ git }: Opened): Promise<void> {
    const outcome = await cancellable('Fetching branches', (signal) => fetchBranches(git, { signal }));
    if (outcome?.kind === 'failed') void vscode.window.showWarningMessage(outcome.sentence);
  }

  /** Undefined when it was cancelled. */
  async withProgress(opened: Opened, branches: readonly Branch[]): Promise<Matrix | undefined> {
    const title = `Validating ${branches.length} ${branches.length === 1 ? 'branch' : 'branches'}`;
    return cancellable(title, (signal, progress) =>
      this.run(opened, branches, signal, (done, total) =>
        progress.report({ increment: 100 / total, message: `${done} of ${total}` }),
      ),
    );
  }

  async run(
    { git }: Opened,
    branches: readonly Branch[],
    signal: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Matrix> {
    const { exercisesFolder, learnerCode } = this.#dependencies;
    const { course } = this.#courseOrThrow();
    const seconds = vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5);
    return validateBranches({
      git,
      branches,
      course: course.exercises,
      exercisesFolder,
      runner: await learnerCode.runner(),
      openStore: async () => (await import('../../grpc/bundle.ts')).openThrowawayStore(),
      limits: { time: seconds * 1000 },
      signal,
      ...(onProgress && { onProgress }),
    });
  }

  /** Branches are code of others, so it is here at the latest that trust is asked for. */
  #readyCourse(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    if (state.kind !== 'open') return undefined;
    if (vscode.workspace.isTrusted) return state;
    void askForTrust('Validating runs the code on the branches, and nothing runs until you trust this folder.');
    return undefined;
  }

  #courseOrThrow(): CourseOpen {
    const open = this.#readyCourse();
    if (open === undefined) throw new Error('No exercise is open. Go to one with “Event Sourcing: Start Exercise…”.');
    return open;
  }

  async #openGit(): Promise<Opened | undefined> {
    if (this.#opened !== undefined) return this.#opened;
    const { folder, exercisesFolder } = this.#dependencies;
    const opened = await openRepository(folder.fsPath, gitBinary());
    if (opened.kind === 'repository') {
      const { git } = opened.repository;
      this.#opened = { git, documents: this.#owned.add(new BranchDocuments(git, exercisesFolder)) };
      return this.#opened;
    }
    const none = 'This tutorial is kept in folders, without git, so there are no branches to validate.';
    void vscode.window.showWarningMessage(opened.kind === 'none' ? none : opened.sentence);
    return undefined;
  }
}

type Progress = vscode.Progress<{ readonly increment?: number; readonly message?: string }>;

/** Work that is shown while it lasts; undefined when somebody has cancelled it. */
async function cancellable<Result>(
  title: string,
  work: (signal: AbortSignal, progress: Progress) => Promise<Result>,
): Promise<Result | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      return await work(abort.signal, progress);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}
