import * as vscode from 'vscode';

const filters = { JSON: ['json'] };

/** Asks where to, and writes; false when nobody said where. */
export async function saveText(name: string, text: string): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const place = folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) };
  const uri = await vscode.window.showSaveDialog({ filters, ...place });
  if (uri === undefined) return false;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}

export async function openText(): Promise<string | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ filters, canSelectMany: false })) ?? [];
  return uri === undefined ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
