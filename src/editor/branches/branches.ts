import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { assertNever, messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import { followedBranches, type Selection, selectionOf } from '../../course/branches/follow/changes.ts';
import { systemClock } from '../../course/branches/follow/clock.ts';
import { BranchFollower } from '../../course/branches/follow/follower.ts';
import type { CheckedRow, Matrix } from '../../course/branches/matrix.ts';
import { type Branch, listBranches } from '../../course/git/branches.ts';
import { fetchBranches } from '../../course/git/fetch.ts';
import type { FromPage } from '../../pages/matrix/contract.ts';
import type { BranchStep } from '../course/step-through.ts';
import { BranchChecks, type BranchChecksDependencies, type Opened } from './branch-checks.ts';
import { askFollowInterval, followInterval, onDidChangeFollowInterval } from './follow-setting.ts';
import { matrixState } from './matrix-state.ts';
import { MatrixView } from './matrix-view.ts';
import { pickBranches } from './pick.ts';
import { RowActions } from './row-actions.ts';
import { copyAsMarkdown, saveAs } from './save.ts';

export interface BranchDependencies extends BranchChecksDependencies {
  readonly extensionUri: vscode.Uri;
  /** Steps through a check of a branch's code in the panel. */
  readonly stepThrough: (step: BranchStep) => Promise<void>;
}

/** Processes that are started while somebody still picks; each takes some 50 MB until it is used or let go. */
const mostWaiting = 12;

/** The one matrix there is. */
interface Shown {
  readonly view: MatrixView;
  readonly opened: Opened;
  matrix: Matrix;
  selection: Selection;
  follower: BranchFollower | undefined;
  checking: boolean;
}

/** Validating and following branches in the editor: one matrix at a time, and everything that can be done from it. */
export class Branches implements Disposable {
  readonly #dependencies: BranchDependencies;
  readonly #owned = new DisposableStore();
  readonly #checks: BranchChecks;
  /** Every check and every round of following, one after the other. */
  readonly #turns = new SerialQueue();
  #shown: Shown | undefined;
  #running = false;

  constructor(dependencies: BranchDependencies) {
    this.#dependencies = dependencies;
    this.#checks = this.#owned.add(new BranchChecks(dependencies));
    this.#owned.add(onDidChangeFollowInterval(() => this.#takeInterval()));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Asks which branches, checks them and shows the matrix, which is followed where that was set. */
  async validate(): Promise<void> {
    const opened = await this.#checks.open();
    if (opened === undefined) return;
    const choices = await this.#checks.choices(opened);
    const runner = await this.#dependencies.learnerCode.runner();
    const waiting = runner.prepare(1);
    try {
      const branches = await pickBranches(choices, (count) => runner.prepare(Math.min(count, mostWaiting)));
      if (branches === undefined) return;
      this.#stopFollowing();
      const matrix = await this.#check(opened, branches);
      if (matrix === undefined) return;
      this.#show(opened, matrix, selectionOf(choices, branches));
      const interval = followInterval();
      if (interval !== undefined) this.#startFollowing(interval);
    } finally {
      waiting.dispose();
    }
  }

  /** Follows the matrix that is open, or else asks for one, of what the room has pushed so far. */
  async follow(): Promise<void> {
    if (this.#shown === undefined) {
      const opened = await this.#checks.open();
      if (opened === undefined) return;
      await this.#checks.fetch(opened);
      await this.validate();
    }
    if (this.#shown === undefined) return;
    this.#shown.view.reveal();
    if (this.#shown.follower !== undefined) return;
    const interval = followInterval() ?? (await askFollowInterval());
    if (interval !== undefined) this.#startFollowing(interval);
  }

  /** Undefined when it was cancelled, or when it could not be done, which is told then. */
  async #check(opened: Opened, branches: readonly Branch[]): Promise<Matrix | undefined> {
    if (this.#running || branches.length === 0) return undefined;
    this.#running = true;
    this.#mark(true);
    try {
      return await this.#turns.run(() => this.#checks.withProgress(opened, branches));
    } catch (error) {
      void vscode.window.showErrorMessage(`The branches could not be validated: ${messageOf(error)}`);
      return undefined;
    } finally {
      this.#running = false;
      this.#mark(false);
    }
  }

  #mark(checking: boolean): void {
    if (this.#shown === undefined) return;
    this.#shown.checking = checking;
    this.#shown.view.send();
  }

  #show(opened: Opened, matrix: Matrix, selection: Selection): void {
    if (this.#shown === undefined) {
      this.#shown = this.#open({ opened, matrix, selection });
      return;
    }
    this.#shown.selection = selection;
    this.#update(matrix);
    this.#shown.view.reveal();
  }

  #update(matrix: Matrix): void {
    if (this.#shown === undefined) return;
    this.#shown.matrix = matrix;
    this.#shown.view.send();
  }

  #open(parts: Pick<Shown, 'opened' | 'matrix' | 'selection'>): Shown {
    const view = this.#owned.add(
      new MatrixView({
        extension: this.#dependencies.extensionUri,
        state: () => {
          const { matrix, checking, follower } = shown;
          return matrixState(matrix, { checking, follow: follower?.state, now: systemClock.now() });
        },
        perform: (message) => this.#perform(shown, message),
      }),
    );
    const shown: Shown = { ...parts, view, follower: undefined, checking: false };
    view.onDidClose(() => {
      this.#owned.release(view);
      this.#stopFollowing();
      this.#shown = undefined;
    });
    return shown;
  }

  #startFollowing(interval: number): void {
    const shown = this.#shown;
    if (shown === undefined || shown.follower !== undefined) return;
    const { opened } = shown;
    const follower = this.#owned.add(
      new BranchFollower(
        {
          clock: systemClock,
          turns: this.#turns,
          fetch: (signal) => fetchBranches(opened.git, { signal }),
          list: async () => followedBranches(await this.#checks.choices(opened), shown.selection),
          check: (branches, signal) => this.#checks.run(opened, branches, signal),
          matrix: () => shown.matrix,
          show: (matrix) => this.#update(matrix),
        },
        interval,
      ),
    );
    shown.follower = follower;
    follower.onDidChange(() => shown.view.send());
    follower.start();
  }

  #stopFollowing(): void {
    const follower = this.#shown?.follower;
    if (this.#shown === undefined || follower === undefined) return;
    this.#owned.release(follower);
    this.#shown.follower = undefined;
    this.#shown.view.send();
  }

  /** Somebody has set another interval: off is off, and what is not followed yet begins to be. */
  #takeInterval(): void {
    const interval = followInterval();
    const follower = this.#shown?.follower;
    if (interval === undefined) this.#stopFollowing();
    else if (follower === undefined) this.#startFollowing(interval);
    else follower.interval = interval;
  }

  async #perform(shown: Shown, message: Asked): Promise<void> {
    const { matrix, opened } = shown;
    const actions = new RowActions(opened.documents, this.#dependencies.stepThrough);
    switch (message.type) {
      case 'checkAgain':
        return this.#checkAgain(shown);
      case 'copyAsMarkdown':
        return copyAsMarkdown(matrix);
      case 'saveAs':
        return saveAs(matrix, this.#dependencies.folder);
      case 'follow':
        return this.follow();
      case 'stopFollowing':
        return this.#stopFollowing();
    }
    const row = rowOf(matrix, message.branch);
    if (row === undefined) return;
    switch (message.type) {
      case 'openDiff':
        return actions.openDiff(row, message.step);
      case 'openLocation':
        return actions.openLocation(row, message.step);
      case 'stepThroughCheck':
        return actions.showGame(row, message.step, { preserveFocus: false });
      case 'showGame':
        return actions.showGame(row, message.step, { preserveFocus: true });
      default:
        return assertNever(message);
    }
  }

  /** The same branches as they are now. */
  async #checkAgain(shown: Shown): Promise<void> {
    const { opened, matrix } = shown;
    const refs = new Set(matrix.rows.map(({ branch }) => branch.ref));
    const there = (await listBranches(opened.git)).filter(({ ref }) => refs.has(ref));
    const checked = await this.#check(opened, there);
    if (checked === undefined || this.#shown !== shown) return;
    this.#update(checked);
    shown.follower?.seen(checked);
    shown.view.reveal();
  }
}

/** Everything that is asked of the page's host beyond its state. */
type Asked = Exclude<FromPage, { type: 'ready' }>;

function rowOf({ rows }: Matrix, ref: string): CheckedRow | undefined {
  const row = rows.find(({ branch }) => branch.ref === ref);
  return row?.kind === 'checked' ? row : undefined;
}
