import * as vscode from 'vscode';

const ofCheck =
  'A check runs the code in this folder, and nothing runs until you trust it. Reading works all the same.';

/** Says why nothing runs yet, and leads to where trust is given. */
export async function askForTrust(sentence: string = ofCheck): Promise<void> {
  const trust = 'Trust This Folder …';
  if ((await vscode.window.showWarningMessage(sentence, trust)) === trust) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
