import * as vscode from 'vscode';
import { exportMatrix, type MatrixFormat } from '../../course/branches/export.ts';
import type { Matrix } from '../../course/branches/matrix.ts';

interface Format extends vscode.QuickPickItem {
  readonly format: MatrixFormat;
  readonly ending: string;
}

const formats: readonly Format[] = [
  { label: 'Markdown', description: 'to read, or for an issue', format: 'markdown', ending: 'md' },
  { label: 'JSON', description: 'everything, for a program', format: 'json', ending: 'json' },
  { label: 'JUnit XML', description: 'for a build server', format: 'junit', ending: 'xml' },
];

export async function copyAsMarkdown(matrix: Matrix): Promise<void> {
  await vscode.env.clipboard.writeText(exportMatrix(matrix, 'markdown'));
  vscode.window.setStatusBarMessage('$(copy) The matrix is in the clipboard, as Markdown.', 5_000);
}

/** Asks for the format and the place; beside the tutorial rather than in it, unless told otherwise. */
export async function saveAs(matrix: Matrix, folder: vscode.Uri): Promise<void> {
  const chosen = await vscode.window.showQuickPick(formats, {
    title: 'Save the Matrix',
    placeHolder: 'In which format?',
  });
  if (chosen === undefined) return;
  const file = await vscode.window.showSaveDialog({
    title: 'Save the Matrix',
    defaultUri: vscode.Uri.joinPath(folder, '..', `branches.${chosen.ending}`),
    filters: { [chosen.label]: [chosen.ending] },
  });
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(exportMatrix(matrix, chosen.format)));
  vscode.window.setStatusBarMessage(`$(save) Saved as ${file.fsPath}`, 5_000);
}
