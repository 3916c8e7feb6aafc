import * as vscode from 'vscode';
import { intervalOf, intervalText } from '../../course/branches/follow/interval.ts';

const setting = 'groundUp.followBranches';

/** Milliseconds from one fetch to the next; undefined where following is off. */
export function followInterval(): number | undefined {
  return intervalOf(vscode.workspace.getConfiguration().get(setting));
}

export function onDidChangeFollowInterval(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) changed();
  });
}

/** Asks how often, for somebody who has set nothing; undefined when they leave it. */
export async function askFollowInterval(): Promise<number | undefined> {
  const items = [30_000, 60_000, 120_000, 300_000].map((interval) => ({
    label: intervalText(interval).replace(/^e/, 'E'),
    interval,
  }));
  const options = {
    title: 'Follow Branches',
    placeHolder: `How often to fetch? The setting ${setting} has it follow by itself from the start.`,
  };
  return (await vscode.window.showQuickPick(items, options))?.interval;
}
