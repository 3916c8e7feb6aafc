import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { assertNever, messageOf } from '../../base/errors.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import { choicesOf } from '../../course/branches/choose.ts';
import type { CheckedRow, Matrix } from '../../course/branches/matrix.ts';
import { validateBranches } from '../../course/branches/validate.ts';
import { type Branch, listBranches } from '../../course/git/branches.ts';
import type { Git } from '../../course/git/git.ts';
import { openRepository } from '../../course/git/repository.ts';
import type { FromPage } from '../../pages/matrix/contract.ts';
import { askForTrust } from '../ask-for-trust.ts';
import type { CourseModel } from '../course/course-model.ts';
import type { CourseOpen } from '../course/course-state.ts';
import type { LearnerCode } from '../course/learner-code.ts';
import type { BranchStep } from '../course/step-through.ts';
import { gitBinary } from '../git-binary.ts';
import { BranchDocuments } from './branch-documents.ts';
import { fileOfCell, nameParts, toldAt } from './matrix-state.ts';
import { MatrixView } from './matrix-view.ts';
import { pickBranches } from './pick.ts';
import { copyAsMarkdown, saveAs } from './save.ts';

export interface BranchDependencies {
  readonly extensionUri: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly exercisesFolder: string;
  readonly model: CourseModel;
  readonly learnerCode: LearnerCode;
  /** Steps through a check of a branch's code in the panel. */
  readonly stepThrough: (step: BranchStep) => Promise<void>;
}

/** Processes that are started while somebody still picks; each takes some 50 MB until it is used or let go. */
const mostWaiting = 12;

/** Validating branches in the editor: one matrix at a time, and everything that can be done from it. */
export class Branches implements Disposable {
  readonly #dependencies: BranchDependencies;
  readonly #owned = new DisposableStore();
  #opened: { readonly git: Git; readonly documents: BranchDocuments } | undefined;
  #shown: { readonly view: MatrixView; matrix: Matrix } | undefined;
  #running = false;

  constructor(dependencies: BranchDependencies) {
    this.#dependencies = dependencies;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Asks which branches, checks them and shows the matrix. */
  async validate(): Promise<void> {
    const open = this.#readyCourse();
    const git = open && (await this.#openGit());
    if (open === undefined || git === undefined) return;
    const choices = choicesOf(open.course.exercises, await listBranches(git), open.current.exercise.id);
    const runner = await this.#dependencies.learnerCode.runner();
    const waiting = runner.prepare(1);
    try {
      const branches = await pickBranches(choices, (count) => runner.prepare(Math.min(count, mostWaiting)));
      if (branches !== undefined) await this.#check(branches);
    } finally {
      waiting.dispose();
    }
  }

  /** Branches are code of others, so it is here at the latest that trust is asked for. */
  #readyCourse(): CourseOpen | undefined {
    const { state } = this.#dependencies.model;
    if (state.kind !== 'open') return undefined;
    if (vscode.workspace.isTrusted) return state;
    void askForTrust('Validating runs the code on the branches, and nothing runs until you trust this folder.');
    return undefined;
  }

  async #openGit(): Promise<Git | undefined> {
    if (this.#opened !== undefined) return this.#opened.git;
    const { folder, exercisesFolder } = this.#dependencies;
    const opened = await openRepository(folder.fsPath, gitBinary());
    if (opened.kind === 'repository') {
      const { git } = opened.repository;
      this.#opened = { git, documents: this.#owned.add(new BranchDocuments(git, exercisesFolder)) };
      return git;
    }
    const none = 'This tutorial is kept in folders, without git, so there are no branches to validate.';
    void vscode.window.showWarningMessage(opened.kind === 'none' ? none : opened.sentence);
    return undefined;
  }

  async #check(branches: readonly Branch[]): Promise<void> {
    if (this.#running || branches.length === 0) return;
    this.#running = true;
    this.#mark(true);
    try {
      const matrix = await this.#withProgress(branches);
      if (matrix !== undefined) this.#show(matrix);
    } catch (error) {
      void vscode.window.showErrorMessage(`The branches could not be validated: ${messageOf(error)}`);
    } finally {
      this.#running = false;
      this.#mark(false);
    }
  }

  /** Undefined when it was cancelled. */
  async #withProgress(branches: readonly Branch[]): Promise<Matrix | undefined> {
    const title = `Validating ${branches.length} ${branches.length === 1 ? 'branch' : 'branches'}`;
    const location = vscode.ProgressLocation.Notification;
    return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      const abort = new AbortController();
      const listening = token.onCancellationRequested(() => abort.abort());
      try {
        return await this.#run(branches, abort.signal, (done, total) =>
          progress.report({ increment: 100 / total, message: `${done} of ${total}` }),
        );
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      } finally {
        listening.dispose();
      }
    });
  }

  async #run(
    branches: readonly Branch[],
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<Matrix | undefined> {
    const { exercisesFolder, learnerCode } = this.#dependencies;
    const open = this.#readyCourse();
    const git = await this.#openGit();
    if (open === undefined || git === undefined) return undefined;
    const seconds = vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5);
    return validateBranches({
      git,
      branches,
      course: open.course.exercises,
      exercisesFolder,
      runner: await learnerCode.runner(),
      openStore: async () => (await import('../../grpc/bundle.ts')).openThrowawayStore(),
      limits: { time: seconds * 1000 },
      signal,
      onProgress,
    });
  }

  #mark(checking: boolean): void {
    if (this.#shown !== undefined) this.#shown.view.checking = checking;
  }

  #show(matrix: Matrix): void {
    if (this.#shown !== undefined) {
      this.#shown.matrix = matrix;
      this.#shown.view.show(matrix);
      return;
    }
    const { extensionUri: extension } = this.#dependencies;
    const perform = (message: Asked) => this.#perform(message);
    const view = this.#owned.add(new MatrixView({ extension, perform }, matrix));
    this.#shown = { view, matrix };
    view.onDidClose(() => {
      this.#shown = undefined;
      this.#owned.release(view);
    });
  }

  async #perform(message: Asked): Promise<void> {
    const matrix = this.#shown?.matrix;
    if (matrix === undefined) return;
    switch (message.type) {
      case 'checkAgain':
        return this.#check(await this.#stillThere(matrix));
      case 'copyAsMarkdown':
        return copyAsMarkdown(matrix);
      case 'saveAs':
        return saveAs(matrix, this.#dependencies.folder);
      case 'openDiff':
        return this.#openDiff(rowAt(matrix, message.branch), message.step);
      case 'openLocation':
        return this.#openLocation(rowAt(matrix, message.branch), message.step);
      case 'stepThroughCheck':
        return this.#stepThrough(rowAt(matrix, message.branch), message.step);
      default:
        return assertNever(message);
    }
  }

  /** The same branches as they are now. */
  async #stillThere({ rows }: Matrix): Promise<Branch[]> {
    const git = await this.#openGit();
    const refs = new Set(rows.map(({ branch }) => branch.ref));
    return git === undefined ? [] : (await listBranches(git)).filter(({ ref }) => refs.has(ref));
  }

  async #openDiff(row: CheckedRow | undefined, step: number): Promise<void> {
    const file = row && fileOfCell(row, step);
    if (row === undefined || file === undefined || this.#opened === undefined) return;
    const { documents } = this.#opened;
    const theirs = documents.onBranch(row.branch, file);
    const solution = documents.inSolution(row.exercise.id, file);
    const title = `${row.branch.label} ↔ one solution (${file.slice(file.lastIndexOf('/') + 1)})`;
    await vscode.commands.executeCommand('vscode.diff', theirs, solution, title);
  }

  async #openLocation(row: CheckedRow | undefined, step: number): Promise<void> {
    const at = toldAt(row?.report.steps[step]);
    if (row !== undefined && at !== undefined) await this.#openOnBranch(row.branch, at);
  }

  async #openOnBranch(branch: Branch, { file, line, column }: SourceLocation): Promise<void> {
    if (this.#opened === undefined) return;
    const position = new vscode.Position(line - 1, column - 1);
    const uri = this.#opened.documents.onBranch(branch, file);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position) });
  }

  async #stepThrough(row: CheckedRow | undefined, at: number): Promise<void> {
    const step = row?.exercise.steps[at];
    if (row === undefined || step === undefined) return;
    const { branch, files, report } = row;
    const { seed } = report;
    const openLocation = (location: SourceLocation) => void this.#openOnBranch(branch, location);
    await this.#dependencies.stepThrough({ branch: nameParts(row).own, step, seed, files, openLocation });
  }
}

/** Everything that is asked of the page's host beyond its state. */
type Asked = Exclude<FromPage, { type: 'ready' }>;

function rowAt({ rows }: Matrix, branch: number): CheckedRow | undefined {
  const row = rows[branch];
  return row?.kind === 'checked' ? row : undefined;
}
