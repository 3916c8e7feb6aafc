import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { comparisonText } from '../../course/comparison-text.ts';
import type { Step } from '../../course/exercise.ts';
import type { Judgement, Told } from '../../course/judgement.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import { findMember, frameAt } from '../../course/source.ts';
import type { CourseModel } from './course-model.ts';
import { labelOf } from './step-text.ts';

export interface TestingDependencies {
  readonly model: CourseModel;
  readonly folder: vscode.Uri;
  /** Runs a check for whoever pressed the button, asking for trust where that is missing. */
  readonly check: () => Promise<void>;
  readonly readText: (file: string) => Promise<string | undefined>;
}

/** The exercise's steps as tests: one item a step, standing at the learner's own member. */
export class CourseTests implements Disposable {
  readonly #dependencies: TestingDependencies;
  readonly #owned = new DisposableStore();
  readonly #controller: vscode.TestController;
  #shown: CourseExercise | undefined;

  constructor(dependencies: TestingDependencies) {
    this.#dependencies = dependencies;
    this.#controller = this.#owned.add(vscode.tests.createTestController('groundUp.steps', 'Event Sourcing'));
    const { model } = dependencies;
    const profile = this.#controller.createRunProfile(
      'Check',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.#run(request, token),
      true,
      undefined,
      true,
    );
    this.#owned.add(profile);
    this.#owned.add(model.onDidChange(() => void this.#refreshItems()));
    this.#owned.add(vscode.workspace.onDidSaveTextDocument(() => void this.#refreshRanges()));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #refreshItems(): Promise<void> {
    const { state } = this.#dependencies.model;
    const current = state.kind === 'open' ? state.current : undefined;
    if (current === this.#shown) return;
    this.#shown = current;
    this.#controller.items.replace(current === undefined ? [] : [this.#itemOf(current)]);
    await this.#refreshRanges();
  }

  #itemOf({ exercise, folder }: CourseExercise): vscode.TestItem {
    const uri = vscode.Uri.file(`${folder}/README.md`);
    const item = this.#controller.createTestItem(`exercise/${exercise.id}`, exercise.title, uri);
    const steps = exercise.steps.map((step, index) => this.#stepItem(step, index));
    item.children.replace(steps);
    return item;
  }

  #stepItem(step: Step, index: number): vscode.TestItem {
    const uri = vscode.Uri.joinPath(this.#dependencies.folder, step.place.file);
    const item = this.#controller.createTestItem(`step/${step.number}`, `${labelOf(step.number)}  ${step.title}`, uri);
    item.sortText = String(index).padStart(2, '0');
    return item;
  }

  async #refreshRanges(): Promise<void> {
    for (const [step, item] of this.#stepItems()) {
      const text = await this.#dependencies.readText(step.place.file);
      const range = text === undefined ? undefined : rangeOf(text, step.place.member);
      if (range === undefined) continue;
      item.range = range;
    }
  }

  #stepItems(): (readonly [Step, vscode.TestItem])[] {
    const exercise = this.#shown?.exercise;
    const parent = exercise === undefined ? undefined : this.#controller.items.get(`exercise/${exercise.id}`);
    return (exercise?.steps ?? []).flatMap((step) => {
      const item = parent?.children.get(`step/${step.number}`);
      return item === undefined ? [] : [[step, item] as const];
    });
  }

  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous) return this.#runOnSave(request, token);
    await this.#runOnce(request);
  }

  #runOnSave(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    const saving = vscode.workspace.onDidSaveTextDocument(() => void this.#runOnce(request));
    this.#owned.add(saving);
    token.onCancellationRequested(() => this.#owned.release(saving));
  }

  async #runOnce(request: vscode.TestRunRequest): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const wanted = this.#stepItems().filter(([, item]) => includes(request, item));
    for (const [, item] of wanted) run.started(item);
    const reported = this.#dependencies.model.onDidCheck((report) => {
      for (const [step, item] of wanted) {
        const judgement = report.steps.find(({ number }) => number === step.number)?.judgement;
        if (judgement !== undefined) tell(run, item, judgement, this.#dependencies.folder);
      }
    });
    try {
      await this.#dependencies.check();
    } finally {
      reported.dispose();
      run.end();
    }
  }
}

function includes({ include, exclude }: vscode.TestRunRequest, item: vscode.TestItem): boolean {
  const isIn = (items: readonly vscode.TestItem[] | undefined) =>
    items?.some((other) => other === item || other === item.parent) ?? false;
  return (include === undefined || isIn(include)) && !isIn(exclude);
}

function tell(run: vscode.TestRun, item: vscode.TestItem, judgement: Judgement, folder: vscode.Uri): void {
  switch (judgement.verdict) {
    case 'pass':
      return run.passed(item);
    case 'notYet':
      return run.failed(item, messageOf(judgement.told, folder));
    case 'couldNotRun':
      return run.errored(item, messageOf(judgement.told, folder));
  }
}

function messageOf({ headline, why, comparison, at }: Told, folder: vscode.Uri): vscode.TestMessage {
  const text = new vscode.MarkdownString(`**${headline}**\n\n${why}`);
  const message =
    comparison === undefined
      ? new vscode.TestMessage(text)
      : vscode.TestMessage.diff(text, comparisonText(comparison, 'expected'), comparisonText(comparison, 'actual'));
  if (at !== undefined) {
    const position = new vscode.Position(at.line - 1, at.column - 1);
    message.location = new vscode.Location(vscode.Uri.joinPath(folder, at.file), position);
  }
  return message;
}

function rangeOf(text: string, member: string | undefined): vscode.Range | undefined {
  const span = member === undefined ? undefined : findMember(text, member);
  if (span === undefined) return new vscode.Range(0, 0, 0, 0);
  const { line, column } = frameAt('', text, span.start);
  return new vscode.Range(line - 1, column - 1, line - 1, column - 1);
}
