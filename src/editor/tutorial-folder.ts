import * as vscode from 'vscode';
import { markerFile } from '../course/workspace/marker.ts';

/** The first open folder that is a workspace of the tutorial. */
export async function tutorialFolder(): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme === 'file' && (await exists(vscode.Uri.joinPath(uri, markerFile)))) return uri;
  }
  return undefined;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
