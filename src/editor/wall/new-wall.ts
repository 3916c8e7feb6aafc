import * as vscode from 'vscode';
import { wallFileName } from '../../storming/file-name.ts';
import { formatWall } from '../../storming/format.ts';
import { emptyWall } from '../../storming/wall.ts';
import { wallViewType } from './view-type.ts';

/** Asks where, makes an empty wall there and opens it. `wanted` answers the question in advance. A file that is there already is never written over. */
export async function newWall(wanted?: unknown): Promise<void> {
  const chosen = wanted instanceof vscode.Uri ? wanted : await askForFile();
  if (chosen === undefined) return;
  const file = chosen.with({ path: wallFileName(chosen.path) });
  if (await exists(file)) {
    const sentence = `${vscode.workspace.asRelativePath(file)} is there already, so it was opened as it is.`;
    void vscode.window.showInformationMessage(sentence);
  } else {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(formatWall(emptyWall)));
  }
  await vscode.commands.executeCommand('vscode.openWith', file, wallViewType);
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    title: 'Where should the wall be?',
    saveLabel: 'Make the Wall',
    // A dialog that is told the whole ending doesn’t see that a name has it, and adds it once more.
    filters: { 'Event storming wall': ['json'] },
    ...(folder && { defaultUri: await freeFile(folder.uri) }),
  });
}

async function freeFile(folder: vscode.Uri): Promise<vscode.Uri> {
  let file = vscode.Uri.joinPath(folder, wallFileName('wall'));
  for (let count = 2; await exists(file); count++) file = vscode.Uri.joinPath(folder, wallFileName(`wall-${count}`));
  return file;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
