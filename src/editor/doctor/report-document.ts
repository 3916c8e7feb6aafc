import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Report } from '../../doctor/report.ts';
import { actionTitles } from './actions.ts';

/** A command with what it is to do as its argument; only the report's own buttons give it. */
export const mendCommand = 'groundUp.mend';

const uri = vscode.Uri.from({ scheme: 'ground-up-doctor', path: '/Doctor' });

/** The report as a document that nobody can change: it wraps, grows with the font, is read by a screen reader, and has its buttons above the lines. */
export class ReportDocument implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, Disposable {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #lensesChanged = this.#owned.add(new vscode.EventEmitter<void>());
  #report: Report = { text: 'Nothing was looked at yet: run “Event Sourcing: Doctor”.\n', actions: [] };

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeCodeLenses = this.#lensesChanged.event;

  constructor() {
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(uri.scheme, this));
    this.#owned.add(vscode.languages.registerCodeLensProvider({ scheme: uri.scheme }, this));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async show(report: Report): Promise<void> {
    this.#report = report;
    this.#changed.fire(uri);
    this.#lensesChanged.fire();
    const document = await vscode.workspace.openTextDocument(uri);
    // Text in this language wraps by default.
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await vscode.window.showTextDocument(document, { preview: false });
  }

  provideTextDocumentContent(): string {
    return this.#report.text;
  }

  provideCodeLenses(): vscode.CodeLens[] {
    const lens = (line: number, command: vscode.Command) =>
      new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
    return [
      lens(0, { title: 'Look Again', command: 'groundUp.doctor' }),
      lens(0, { title: 'Copy Report', command: 'groundUp.copyDoctorReport' }),
      ...this.#report.actions.map(({ line, action }) =>
        lens(line, { title: actionTitles[action], command: mendCommand, arguments: [action] }),
      ),
    ];
  }
}
