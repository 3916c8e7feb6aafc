import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { CourseModel } from './course-model.ts';
import type { Checked } from './course-state.ts';
import { plainTold } from './feedback/outcome-text.ts';
import { firstToMend } from './judged-steps.ts';

/**
 * Marks the guilty line of the step that is explained. Only that one: a learner mends one thing
 * at a time, and later steps often fail for the same reason.
 */
export class CourseDiagnostics implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #collection: vscode.DiagnosticCollection;

  constructor(model: CourseModel, folder: vscode.Uri) {
    this.#collection = this.#owned.add(vscode.languages.createDiagnosticCollection('groundUp'));
    this.#owned.add(model.onDidCheck((check) => this.#show(check, folder)));
    // A mark on a line that is being rewritten would only be in the way.
    this.#owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#collection.delete(document.uri)));
    let exercise: unknown;
    this.#owned.add(
      model.onDidChange(() => {
        const current = model.state.kind === 'open' ? model.state.current : undefined;
        if (current !== exercise) this.#collection.clear();
        exercise = current;
      }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show({ judged }: Checked, folder: vscode.Uri): void {
    this.#collection.clear();
    const [number, judgement] = firstToMend(judged) ?? [];
    if (number === undefined || judgement?.told.at === undefined) return;
    const { told, verdict } = judgement;
    const start = new vscode.Position(judgement.told.at.line - 1, judgement.told.at.column - 1);
    const severity = verdict === 'couldNotRun' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const { headline, why } = plainTold(told);
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(start, start.translate(0, 200)),
      `${headline} ${why}`,
      severity,
    );
    diagnostic.source = `Event Sourcing ${stepLabel(number)}`;
    if (judgement.verdict === 'notYet') diagnostic.code = judgement.mistake;
    this.#collection.set(vscode.Uri.joinPath(folder, judgement.told.at.file), [diagnostic]);
  }
}
