import * as vscode from 'vscode';
import { type Edit, edited } from '../../storming/edit.ts';
import { formatWall } from '../../storming/format.ts';
import { readWall } from '../../storming/read.ts';
import { textChange } from '../../storming/text-change.ts';

/** Edits the wall that a document holds, by changing only the lines that the edit is about. Says why not, where it was not done. */
export async function editWall(document: vscode.TextDocument, edit: Edit): Promise<string | undefined> {
  const text = document.getText();
  const read = readWall(text);
  if (read.kind === 'unreadable') return read.sentence;
  const result = edited(read.wall, edit);
  if (result.kind === 'refused') return result.sentence;
  const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const change = textChange(text, formatWall(result.wall).replaceAll('\n', ending));
  if (change === undefined) return undefined;
  const edits = new vscode.WorkspaceEdit();
  edits.replace(document.uri, new vscode.Range(change.from, 0, change.to, 0), change.text);
  if (await vscode.workspace.applyEdit(edits)) return undefined;
  return 'The file could not be changed: it is read-only, or was being changed by something else. Try again.';
}
