import { posix } from 'node:path';
import * as vscode from 'vscode';
import { wallTitle } from '../../storming/file-name.ts';
import { wallAsMarkdown } from '../../storming/markdown.ts';
import { readWall } from '../../storming/read.ts';
import { wallAsSvg } from '../../storming/svg.ts';
import type { Wall } from '../../storming/wall.ts';
import { wallViewType } from './view-type.ts';

export type WallFormat = 'Svg' | 'Markdown';

const formats = {
  Svg: { name: 'SVG', ending: 'svg', write: (wall: Wall, _title: string) => wallAsSvg(wall) },
  Markdown: { name: 'Markdown', ending: 'md', write: wallAsMarkdown },
} as const;

/** The wall in front, for a command. */
export async function exportActiveWall(format: WallFormat): Promise<void> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== wallViewType) {
    await vscode.window.showInformationMessage('Open an event storming wall first; the one in front is exported.');
    return;
  }
  await exportWall(await vscode.workspace.openTextDocument(input.uri), format);
}

/** Asks for the place, beside the wall unless told otherwise. */
export async function exportWall(document: vscode.TextDocument, format: WallFormat): Promise<void> {
  const { name, ending, write } = formats[format];
  const read = readWall(document.getText());
  if (read.kind === 'unreadable') {
    await vscode.window.showErrorMessage(`This wall can’t be exported. ${read.sentence}`);
    return;
  }
  const title = wallTitle(posix.basename(document.uri.path));
  const file = await vscode.window.showSaveDialog({
    title: `Save the Wall as ${name}`,
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${title}.${ending}`),
    filters: { [name]: [ending] },
  });
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(write(read.wall, title)));
  vscode.window.setStatusBarMessage(`$(save) Saved as ${file.fsPath}`, 5_000);
}
