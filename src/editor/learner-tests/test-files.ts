import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Language } from '../../learner/language.ts';
import type { Runtime } from '../../learner/runtime.ts';
import { posixPath, readText } from '../text.ts';
import type { TestItems } from './test-items.ts';

export interface TestFilesDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly items: TestItems;
  readonly runtime: () => Promise<Runtime>;
}

/** How long somebody pauses in typing before the tests in a file are looked for again; milliseconds. */
const pause = 300;

/** Keeps the items as the learner's test files are: made, written, renamed and deleted, saved or not. */
export class TestFiles implements Disposable {
  readonly #dependencies: TestFilesDependencies;
  readonly #owned = new DisposableStore();
  readonly #typing = new Map<string, NodeJS.Timeout>();

  constructor(dependencies: TestFilesDependencies) {
    this.#dependencies = dependencies;
    const { folder, language, items } = dependencies;
    const pattern = new vscode.RelativePattern(folder, language.tests.pattern);
    const watcher = this.#owned.add(vscode.workspace.createFileSystemWatcher(pattern));
    this.#owned.add(watcher.onDidCreate((file) => void this.#find(file)));
    this.#owned.add(watcher.onDidChange((file) => void this.#find(file)));
    this.#owned.add(watcher.onDidDelete((file) => items.removeFile(posixPath(folder, file) ?? '')));
    this.#owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#findSoon(document.uri)));
  }

  dispose(): void {
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#owned.dispose();
  }

  async findAll(): Promise<void> {
    const { folder, language, items } = this.#dependencies;
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, language.tests.pattern));
    const found = new Set(files.map((file) => posixPath(folder, file)));
    for (const item of items.files()) {
      const file = items.detailOf(item)?.file;
      if (file !== undefined && !found.has(file)) items.removeFile(file);
    }
    await Promise.all(files.map((file) => this.#find(file)));
  }

  async #find(uri: vscode.Uri): Promise<void> {
    const { items, runtime } = this.#dependencies;
    const file = this.#testFile(uri);
    if (file === undefined) return;
    const { tests } = await runtime();
    const text = await readText(uri);
    if (this.#owned.isDisposed) return;
    if (text === undefined) items.removeFile(file);
    else items.setFile(file, tests.find(text));
  }

  #findSoon(uri: vscode.Uri): void {
    const file = this.#testFile(uri);
    if (file === undefined) return;
    clearTimeout(this.#typing.get(file));
    const timer = setTimeout(() => void this.#find(uri), pause);
    this.#typing.set(file, timer);
  }

  /** Relative to the workspace; undefined for what is no test. */
  #testFile(uri: vscode.Uri): string | undefined {
    const { folder, language } = this.#dependencies;
    const path = posixPath(folder, uri);
    return path !== undefined && language.tests.isTest(path) ? path : undefined;
  }
}
