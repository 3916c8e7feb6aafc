import { applyEdits, type TextEdit } from './text-edit.ts';
import { type Tree, textsOf } from './tree.ts';

/** @throws when an edit's file is not in the tree, or its `was` is not found exactly once there. */
export function editTree(tree: Tree, edits: readonly TextEdit[]): Tree {
  const texts = textsOf(tree);
  const changed = [...Map.groupBy(edits, ({ file }) => file)].map(([file, ofFile]) => {
    const source = texts.get(file);
    if (source === undefined) throw new Error(`the solution has no ${file}`);
    return [file, Buffer.from(applyEdits(source, ofFile))] as const;
  });
  return new Map([...tree, ...changed]);
}
