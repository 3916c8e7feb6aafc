import * as vscode from 'vscode';
import type { CoursePart } from './course/tutorial-source.ts';
import { gitBinary } from './git-binary.ts';

export interface StartDependencies {
  readonly exercisesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
}

/**
 * Asks for a folder, makes the tutorial's workspace in it and opens it. `wanted` answers the
 * question in advance, for a walkthrough link or a test.
 */
export async function startTutorial({ exercisesFolder, loadPart }: StartDependencies, wanted?: unknown): Promise<void> {
  const folder = wanted instanceof vscode.Uri ? wanted : await askForFolder();
  if (folder === undefined) return;
  const { makeTutorial } = await loadPart();
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Making your workspace …' },
    async () => makeTutorial({ folder: folder.fsPath, exercisesFolder, git: gitBinary() }),
  );
  if (result.kind === 'refused') {
    const again = 'Choose Another Folder';
    const chosen = await vscode.window.showErrorMessage(result.sentence, again);
    if (chosen === again) await vscode.commands.executeCommand('groundUp.startTutorial');
    return;
  }
  if (result.kind === 'folders') await vscode.window.showInformationMessage(result.sentence, { modal: true });
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(result.open), { forceNewWindow: false });
}

/** A dialog picks what is there. In a folder that holds something already the tutorial gets one of its own, whose name is asked for. */
async function askForFolder(): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: 'Where should the tutorial be?',
      openLabel: 'Choose This Folder',
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  if (parent === undefined) return undefined;
  const entries = await vscode.workspace.fs.readDirectory(parent);
  if (entries.length === 0) return parent;
  const taken = new Set(entries.map(([entry]) => entry));
  const name = await vscode.window.showInputBox({
    title: 'A new folder for the tutorial',
    prompt: `${parent.fsPath} is not empty, so the tutorial gets a folder of its own in it.`,
    value: freeName(taken),
    validateInput: (value) => nameProblem(value.trim(), taken),
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(parent, name.trim());
}

function nameProblem(name: string, taken: ReadonlySet<string>): string | undefined {
  if (taken.has(name)) return `There is a ${name} already.`;
  return /^[^/\\:*?"<>|]*[^/\\:*?"<>|. ]$/.test(name) ? undefined : 'A folder’s name, without / and the like.';
}

function freeName(taken: ReadonlySet<string>): string {
  const wanted = 'event-sourcing';
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  return name;
}
