import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { type ExerciseReport, firstOpenStep } from '../../course/report.ts';
import type { CourseModel } from './course-model.ts';
import { labelOf } from './step-text.ts';

/**
 * Marks the guilty line of the step that is explained. Only that one: a learner mends one thing
 * at a time, and later steps often fail for the same reason.
 */
export class CourseDiagnostics implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #collection: vscode.DiagnosticCollection;

  constructor(model: CourseModel, folder: vscode.Uri) {
    this.#collection = this.#owned.add(vscode.languages.createDiagnosticCollection('groundUp'));
    this.#owned.add(model.onDidCheck((report) => this.#show(report, folder)));
    // A mark on a line that is being rewritten would only be in the way.
    this.#owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#collection.delete(document.uri)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show(report: ExerciseReport, folder: vscode.Uri): void {
    this.#collection.clear();
    const step = firstOpenStep(report);
    if (step === undefined || step.judgement.verdict === 'pass') return;
    const { told, verdict } = step.judgement;
    if (told.at === undefined) return;
    const start = new vscode.Position(told.at.line - 1, told.at.column - 1);
    const severity = verdict === 'couldNotRun' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const message = `${told.headline} ${told.why}`.replaceAll('`', '');
    const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start.translate(0, 200)), message, severity);
    diagnostic.source = `Event Sourcing ${labelOf(step.number)}`;
    if (step.judgement.verdict === 'notYet') diagnostic.code = step.judgement.mistake;
    this.#collection.set(vscode.Uri.joinPath(folder, told.at.file), [diagnostic]);
  }
}
