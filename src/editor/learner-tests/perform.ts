import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import type { Language } from '../../learner/language.ts';
import type { Runtime } from '../../learner/runtime.ts';
import { type CourseModel, storesEvents } from '../course/course-model.ts';
import type { CoursePart } from '../course/tutorial-source.ts';
import type { HostedStore } from '../store/hosted-store.ts';
import { storeEnvironment } from '../store/store-environment.ts';
import { type ChosenInFile, chosenTests } from './chosen-tests.ts';
import { FileRun } from './file-run.ts';
import type { TestItems } from './test-items.ts';

export interface PerformDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly runtime: () => Promise<Runtime>;
  readonly model: CourseModel;
  readonly store: HostedStore;
  readonly loadPart: () => Promise<CoursePart>;
}

/** Runs what a request asks for: each file in a process of its own, as many at once as `node --test` would. */
export async function performRun(
  dependencies: PerformDependencies,
  items: TestItems,
  request: vscode.TestRunRequest,
  run: vscode.TestRun,
  signal: AbortSignal,
): Promise<void> {
  const { folder, language } = dependencies;
  const [part, runtime] = await Promise.all([dependencies.loadPart(), dependencies.runtime()]);
  const { sources, tests } = language;
  const waiting = chosenTests(request, items).map((chosen) => ({
    chosen,
    shown: new FileRun({ run, items, chosen, folder, language, part }),
  }));
  const shared = {
    workspace: folder.fsPath,
    files: await part.readSourceFiles(folder.fsPath, language, [sources.folder, tests.folder]),
    environment: await environmentFor(dependencies),
    time: vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5) * 1000,
    signal,
  };
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { chosen, shown } = next;
      const only = pathsOf(chosen, items);
      shown.end(await runtime.tests.run({ ...shared, file: chosen.file, only, tell: (event) => shown.hear(event) }));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));
}

function pathsOf(chosen: ChosenInFile, items: TestItems) {
  const details = chosen.items.flatMap((item) => items.detailOf(item) ?? []);
  return details.some(({ kind }) => kind === 'file') ? undefined : details.map(({ path }) => path);
}

/** Where the store is, opened for the exercises that keep their events in it. */
async function environmentFor({ model, store }: PerformDependencies): Promise<Readonly<Record<string, string>>> {
  if (storesEvents(model)) await store.open();
  return storeEnvironment(store.state);
}
