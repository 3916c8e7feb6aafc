import * as vscode from 'vscode';

interface GitExtension {
  getAPI(version: 1): { readonly git: { readonly path: string } };
}

/** The git that VS Code itself uses, else whatever is on the PATH; whether it can be used shows when it is. */
export function gitBinary(): string {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    return git?.isActive ? git.exports.getAPI(1).git.path : 'git';
  } catch {
    return 'git';
  }
}
