import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerRunner, LearnerSession, Limits } from '../../learner/learner-code.ts';
import type { Runtime } from '../../learner/runtime.ts';
import type { SourceFiles } from '../../learner/source-files.ts';
import { posixPath } from '../text.ts';
import type { CoursePart } from './tutorial-source.ts';

export interface LearnerCodeDependencies {
  readonly folder: vscode.Uri;
  /** What the learner writes in. */
  readonly language: Language;
  readonly driverPath: string;
  readonly loadPart: () => Promise<CoursePart>;
}

export interface OpenOptions {
  /** Somebody else's sources; the learner's own where there are none. */
  readonly files?: SourceFiles;
  readonly environment?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
}

/** Code that runs, and the sources it was made of. */
export interface OpenCode {
  readonly session: LearnerSession;
  readonly files: SourceFiles;
}

/** The learner's code as something that runs: owns the one runner, and so every process that comes from it. */
export class LearnerCode implements Disposable {
  readonly #dependencies: LearnerCodeDependencies;
  readonly #owned = new DisposableStore();
  readonly #saved = this.#owned.add(new vscode.EventEmitter<void>());
  #runner: Promise<LearnerRunner> | undefined;

  /** A source file was saved, made, renamed or deleted. */
  readonly onDidChange = this.#saved.event;

  constructor(dependencies: LearnerCodeDependencies) {
    this.#dependencies = dependencies;
    const { folder, language } = dependencies;
    const watcher = this.#owned.add(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `${language.sources.folder}/**`)),
    );
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#owned.add(event((file) => this.#changed(file)));
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** The learner's language on this machine. */
  async runtime(): Promise<Runtime> {
    const { createTypeScriptRuntime, findProvidedPackages } = await this.#dependencies.loadPart();
    const { driverPath, folder } = this.#dependencies;
    const packages = findProvidedPackages(dirname(driverPath));
    return createTypeScriptRuntime({ driverPath, packages, workspace: folder.fsPath });
  }

  /** The runner is made when somebody first needs it, and keeps a child waiting from then on. */
  runner(): Promise<LearnerRunner> {
    this.#runner ??= this.#makeRunner();
    return this.#runner;
  }

  /** The learner's code as it is on disk, or somebody else's as it is given, kept running. Rejects in an untrusted workspace. */
  async open({ files: given, ...options }: OpenOptions = {}): Promise<OpenCode> {
    if (!vscode.workspace.isTrusted) throw new Error('Nothing runs until you trust this folder.');
    const { folder, language, loadPart } = this.#dependencies;
    const { readSourceFiles } = await loadPart();
    const read = given ?? readSourceFiles(folder.fsPath, language);
    const [runner, files] = await Promise.all([this.runner(), read]);
    return { files, session: await runner.open({ files, ...options }) };
  }

  async #makeRunner(): Promise<LearnerRunner> {
    const { createLearnerRunner } = await this.#dependencies.loadPart();
    return this.#owned.add(createLearnerRunner(await this.runtime()));
  }

  #changed(file: vscode.Uri): void {
    const { folder, language } = this.#dependencies;
    const path = posixPath(folder, file);
    if (path !== undefined && language.sources.isSource(path)) this.#saved.fire();
  }
}
