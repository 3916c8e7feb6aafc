import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import { askForTrust } from '../ask-for-trust.ts';
import { posixPath } from '../text.ts';
import { type PerformDependencies, performRun } from './perform.ts';
import { TestFiles } from './test-files.ts';
import { TestItems } from './test-items.ts';

/** The learner's own tests in the Testing view, run on the editor's own runtime as a check is. */
export class LearnerTests implements Disposable {
  readonly #dependencies: PerformDependencies;
  readonly #owned = new DisposableStore();
  readonly #controller: vscode.TestController;
  readonly #items: TestItems;

  constructor(dependencies: PerformDependencies) {
    this.#dependencies = dependencies;
    const { folder, language, runtime } = dependencies;
    this.#controller = this.#owned.add(vscode.tests.createTestController('groundUp.tests', 'Your Tests'));
    this.#items = new TestItems(this.#controller, folder);
    const { Run } = vscode.TestRunProfileKind;
    const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) => this.#run(request, token);
    this.#owned.add(this.#controller.createRunProfile('Run', Run, run, true, undefined, true));
    const files = this.#owned.add(new TestFiles({ folder, language, runtime, items: this.#items }));
    this.#controller.refreshHandler = () => files.findAll();
    void files.findAll();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      await askForTrust('Your tests run the code in this folder, and nothing runs until you trust it.');
      return;
    }
    if (request.continuous) this.#runOnSave(request, token);
    else await this.#runOnce(request, token);
  }

  /** What is saved while tests run is run after them; once. */
  #runOnSave(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    let running = false;
    let wanted = false;
    const runWanted = async (): Promise<void> => {
      if (running) return;
      running = true;
      try {
        while (wanted && !token.isCancellationRequested) {
          wanted = false;
          await this.#runOnce(request, token);
        }
      } finally {
        running = false;
      }
    };
    const saving = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (!/^(?:src|test)\//.test(posixPath(this.#dependencies.folder, uri) ?? '')) return;
      wanted = true;
      void runWanted();
    });
    this.#owned.add(saving);
    token.onCancellationRequested(() => this.#owned.release(saving));
  }

  async #runOnce(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const cancelling = new AbortController();
    const cancel = () => cancelling.abort();
    const listening = [token, run.token].map((each) => each.onCancellationRequested(cancel));
    // Nothing runs on in a window that is closed.
    const closing = this.#owned.add(toDisposable(cancel));
    try {
      await performRun(this.#dependencies, this.#items, request, run, cancelling.signal);
    } finally {
      for (const each of listening) each.dispose();
      this.#owned.release(closing);
      run.end();
    }
  }
}
