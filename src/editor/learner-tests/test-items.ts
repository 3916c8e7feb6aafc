import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type FoundTest, fullNameOf, type Position, type TestPath } from '../../learner/learner-tests.ts';

/** What an item of the Testing view stands for. */
export interface ItemDetail {
  readonly kind: 'file' | FoundTest['kind'];
  /** The test file, relative to the workspace with forward slashes. */
  readonly file: string;
  /** Empty for the file itself. */
  readonly path: TestPath;
  /** Not found in the text: only a run can tell its name. */
  readonly fromRun: boolean;
}

interface Known extends ItemDetail {
  /** The line it begins at, from 1. */
  line: number;
}

/** The learner's test files, and what is in each, as items that stay the same while the text around them changes. */
export class TestItems {
  readonly #controller: vscode.TestController;
  readonly #folder: vscode.Uri;
  readonly #known = new WeakMap<vscode.TestItem, Known>();

  constructor(controller: vscode.TestController, folder: vscode.Uri) {
    this.#controller = controller;
    this.#folder = folder;
  }

  detailOf(item: vscode.TestItem): ItemDetail | undefined {
    return this.#known.get(item);
  }

  files(): readonly vscode.TestItem[] {
    return [...this.#controller.items].map(([, item]) => item);
  }

  setFile(file: string, found: readonly FoundTest[]): void {
    const known = this.#controller.items.get(idOf(file));
    const item = known ?? this.#add(this.#controller.items, posix.basename(file), { kind: 'file', file, path: [] }, 1);
    item.description = posix.dirname(file);
    this.#setChildren(item, found);
  }

  removeFile(file: string): void {
    this.#controller.items.delete(idOf(file));
  }

  /** The item that this path names; of several with the same name the one at this line. What is not there yet is added. */
  at(file: string, path: TestPath, kind: FoundTest['kind'], place: Position | undefined): vscode.TestItem | undefined {
    let item = this.#controller.items.get(idOf(file));
    for (const [index, name] of path.entries()) {
      if (item === undefined) return undefined;
      const last = index === path.length - 1;
      const line = last ? place?.line : undefined;
      item =
        this.#childNamed(item, name, line) ??
        this.#addFromRun(item, path.slice(0, index + 1), last ? kind : 'suite', place);
    }
    return item;
  }

  /** The one whose own full name this is, as far as it is known. */
  named(file: string, fullName: string): vscode.TestItem | undefined {
    const item = this.#controller.items.get(idOf(file));
    return item && descendantsOf(item).find((each) => fullNameOf(this.#known.get(each)?.path ?? []) === fullName);
  }

  /** Forgets those of a file that only a run could name and that the latest did not. */
  forgetUnseen(file: string, seen: ReadonlySet<vscode.TestItem>): void {
    const item = this.#controller.items.get(idOf(file));
    for (const each of item === undefined ? [] : descendantsOf(item)) {
      const unseen = ![each, ...descendantsOf(each)].some((inside) => seen.has(inside));
      if (unseen && this.#known.get(each)?.fromRun) each.parent?.children.delete(each.id);
    }
  }

  #setChildren(parent: vscode.TestItem, found: readonly FoundTest[]): void {
    const owner = this.#known.get(parent);
    if (owner === undefined) return;
    const kept = childrenOf(parent).filter((child) => this.#known.get(child)?.fromRun);
    const counts = new Map<string, number>();
    const items = found.map(({ kind, name, start, end, children }, index) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const id = count === 1 ? name : `${name} (${count})`;
      const known = parent.children.get(id);
      const detail = { kind, file: owner.file, path: [...owner.path, name] };
      const item = known !== undefined && !kept.includes(known) ? known : this.#make(id, name, detail, start.line);
      this.#known.set(item, { ...detail, fromRun: false, line: start.line });
      item.range = new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
      item.sortText = String(index).padStart(4, '0');
      this.#setChildren(item, children);
      return item;
    });
    const ids = new Set(items.map(({ id }) => id));
    parent.children.replace([...items, ...kept.filter(({ id }) => !ids.has(id))]);
  }

  #childNamed(parent: vscode.TestItem, name: string, line: number | undefined): vscode.TestItem | undefined {
    const named = childrenOf(parent).filter((child) => this.#known.get(child)?.path.at(-1) === name);
    return named.find((child) => this.#known.get(child)?.line === line) ?? named[0];
  }

  #addFromRun(
    parent: vscode.TestItem,
    path: TestPath,
    kind: FoundTest['kind'],
    place: Position | undefined,
  ): vscode.TestItem | undefined {
    const { file } = this.#known.get(parent) ?? {};
    if (file === undefined) return undefined;
    const item = this.#add(parent.children, path.at(-1) ?? '', { kind, file, path }, place?.line ?? 0, true);
    item.sortText = `9999${String(parent.children.size).padStart(4, '0')}`;
    if (place === undefined) return item;
    const position = new vscode.Position(place.line - 1, place.column - 1);
    item.range = new vscode.Range(position, position);
    return item;
  }

  #add(
    items: vscode.TestItemCollection,
    label: string,
    detail: Omit<ItemDetail, 'fromRun'>,
    line: number,
    fromRun = false,
  ): vscode.TestItem {
    const item = this.#make(detail.kind === 'file' ? idOf(detail.file) : label, label, detail, line, fromRun);
    items.add(item);
    return item;
  }

  #make(
    id: string,
    label: string,
    detail: Omit<ItemDetail, 'fromRun'>,
    line: number,
    fromRun = false,
  ): vscode.TestItem {
    const item = this.#controller.createTestItem(id, label, vscode.Uri.joinPath(this.#folder, detail.file));
    this.#known.set(item, { ...detail, line, fromRun });
    return item;
  }
}

const idOf = (file: string): string => `file/${file}`;

export function childrenOf(item: vscode.TestItem): readonly vscode.TestItem[] {
  return [...item.children].map(([, child]) => child);
}

export function descendantsOf(item: vscode.TestItem): readonly vscode.TestItem[] {
  return childrenOf(item).flatMap((child) => [child, ...descendantsOf(child)]);
}
