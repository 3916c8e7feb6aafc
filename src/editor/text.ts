import * as vscode from 'vscode';

/** A file's path below a folder with forward slashes; undefined when it lies elsewhere. */
export function posixPath(folder: vscode.Uri, file: vscode.Uri): string | undefined {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.scheme === folder.scheme && file.path.startsWith(root) ? file.path.slice(root.length) : undefined;
}

/** The text of a file as the editor has it, saved or not; undefined when there is none. */
export async function readText(file: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
