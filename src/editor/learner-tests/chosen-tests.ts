import type * as vscode from 'vscode';
import { childrenOf, type TestItems } from './test-items.ts';

/** What a request means for one file. */
export interface ChosenInFile {
  readonly file: string;
  /** The file's own item when all of it is to run; otherwise suites and tests. */
  readonly items: readonly vscode.TestItem[];
}

/** The files and tests a request is about: whole items where nothing in them is left out, else what is in them. */
export function chosenTests(
  { include, exclude }: Pick<vscode.TestRunRequest, 'include' | 'exclude'>,
  items: TestItems,
): readonly ChosenInFile[] {
  const excluded = new Set(exclude);
  const chosen = new Map<string, Set<vscode.TestItem>>();
  for (const item of (include ?? items.files()).flatMap((each) => withoutExcluded(each, excluded))) {
    const runnable = runnableOf(item, items);
    const { file } = items.detailOf(runnable) ?? {};
    if (file !== undefined) chosen.set(file, (chosen.get(file) ?? new Set()).add(runnable));
  }
  return [...chosen].map(([file, inFile]) => ({ file, items: [...inFile] }));
}

function withoutExcluded(item: vscode.TestItem, excluded: ReadonlySet<vscode.TestItem>): readonly vscode.TestItem[] {
  if (excluded.has(item)) return [];
  const left = childrenOf(item).map((child) => withoutExcluded(child, excluded));
  const whole = left.every((within, index) => within.length === 1 && within[0] === childrenOf(item)[index]);
  return whole ? [item] : left.flat();
}

/** A test that is in a test runs when that one does. */
function runnableOf(item: vscode.TestItem, items: TestItems): vscode.TestItem {
  const ancestors: vscode.TestItem[] = [item];
  for (let parent = item.parent; parent !== undefined; parent = parent.parent) ancestors.unshift(parent);
  return ancestors.find((each) => items.detailOf(each)?.kind === 'test') ?? item;
}

/** Whether an item is one of these or in one of them. */
export function isIn(item: vscode.TestItem, among: readonly vscode.TestItem[]): boolean {
  for (let each: vscode.TestItem | undefined = item; each !== undefined; each = each.parent) {
    if (among.includes(each)) return true;
  }
  return false;
}
