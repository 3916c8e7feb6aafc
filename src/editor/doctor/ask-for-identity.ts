import * as vscode from 'vscode';
import { messageOf } from '../../base/errors.ts';

export interface IdentityDependencies {
  /** Tells git, for every repository of this user. */
  readonly saveIdentity: (identity: { readonly name: string; readonly email: string }) => Promise<void>;
}

/** Asks for what commits are to carry, and tells git. */
export async function askForIdentity({ saveIdentity }: IdentityDependencies): Promise<void> {
  const title = 'Tell Git Your Name';
  const isThere = (value: string) => (value.trim() === '' ? 'Commits carry it, so it can’t be empty.' : undefined);
  const ask = (prompt: string) =>
    vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true, validateInput: isThere });
  const name = await ask('Your name, as your commits are to carry it.');
  if (name === undefined) return;
  const email = await ask('Your e-mail address; one that nobody reads will do.');
  if (email === undefined) return;
  try {
    await saveIdentity({ name: name.trim(), email: email.trim() });
    vscode.window.setStatusBarMessage('Git knows your name.', 5_000);
  } catch (thrown) {
    await vscode.window.showErrorMessage(`Git did not take it: ${messageOf(thrown)}`);
  }
}
