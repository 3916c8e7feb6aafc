import * as vscode from 'vscode';
import type { Choice } from '../../course/branches/choose.ts';
import { titleOf } from '../../course/branches/words.ts';
import type { Branch } from '../../course/workspace/branches.ts';

interface Item extends vscode.QuickPickItem {
  readonly branch?: Branch;
}

/** Asks which branches are meant; undefined when nobody wants any. */
export async function pickBranches(choices: readonly Choice[]): Promise<readonly Branch[] | undefined> {
  const picked = await vscode.window.showQuickPick(itemsOf(choices), {
    title: 'Validate Branches',
    placeHolder: 'Which branches? Your own files stay as they are.',
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  const branches = picked?.flatMap(({ branch }) => (branch === undefined ? [] : [branch])) ?? [];
  return branches.length === 0 ? undefined : branches;
}

/** The choices, with a heading above those of each exercise. */
function itemsOf(choices: readonly Choice[]): Item[] {
  return choices.flatMap(({ branch, exercise, suggested }, at) => {
    const item: Item = {
      label: branch.label,
      description: branch.current ? `${branch.author}, checked out` : branch.author,
      picked: suggested,
      branch,
    };
    if (at > 0 && choices[at - 1]?.exercise === exercise) return [item];
    const label = exercise === undefined ? 'The name tells no exercise; the files may' : titleOf(exercise);
    return [{ label, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}
