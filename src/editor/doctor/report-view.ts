import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import { pageCommands, type ReportPage, reportHtml } from './report-html.ts';

/** The report as an editor; what is found anew is shown in the one that is there. */
export class ReportView implements Disposable {
  #panel: vscode.WebviewPanel | undefined;

  show(page: Omit<ReportPage, 'nonce'>): void {
    this.#panel ??= this.#open();
    this.#panel.webview.html = reportHtml({ ...page, nonce: randomBytes(16).toString('hex') });
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('groundUp.doctor', 'Doctor', vscode.ViewColumn.Active, {
      enableFindWidget: true,
      enableCommandUris: Object.values(pageCommands),
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }
}
