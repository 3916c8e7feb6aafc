import * as vscode from 'vscode';
import type { Choice } from '../../course/branches/choose.ts';
import { titleOf } from '../../course/branches/words.ts';
import type { Branch } from '../../course/git/branches.ts';

interface Item extends vscode.QuickPickItem {
  readonly branch?: Branch;
}

/**
 * Asks which branches are meant; undefined when nobody wants any. Tells how many are marked, at first
 * and whenever that changes, so that somebody can get ready for so many.
 */
export async function pickBranches(
  choices: readonly Choice[],
  onMarked: (count: number) => void,
): Promise<readonly Branch[] | undefined> {
  const items = itemsOf(choices);
  const list = vscode.window.createQuickPick<Item>();
  list.title = 'Validate Branches';
  list.placeholder = 'Which branches? Your own files stay as they are.';
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.ignoreFocusOut = true;
  list.items = items;
  list.selectedItems = items.filter(({ picked }) => picked);
  onMarked(list.selectedItems.length);
  list.onDidChangeSelection((marked) => onMarked(marked.length));
  const picked = await new Promise<readonly Item[]>((resolve) => {
    list.onDidAccept(() => resolve(list.selectedItems));
    list.onDidHide(() => resolve([]));
    list.show();
  });
  list.dispose();
  const branches = picked.flatMap(({ branch }) => (branch === undefined ? [] : [branch]));
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
