import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Step } from '../../course/exercise.ts';
import type { Judgement, Told } from '../../course/judgement.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { Language } from '../../learner/language.ts';
import type { CourseActions } from './course-actions.ts';
import type { CheckBegun, CourseModel } from './course-model.ts';
import { stepOutput, toldText } from './feedback/step-output.ts';

export interface CourseTestDependencies {
  readonly model: CourseModel;
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly actions: CourseActions;
  readonly readText: (file: string) => Promise<string | undefined>;
}

/** The exercise's steps as tests, one item a step, standing at the learner's own member. Every check is a run of them, whoever asked for it. */
export class CourseTests implements Disposable {
  readonly #dependencies: CourseTestDependencies;
  readonly #owned = new DisposableStore();
  readonly #controller: vscode.TestController;
  readonly #profile: vscode.TestRunProfile;
  #shown: CourseExercise | undefined;
  /** What the Testing view asked for and waits to see run. */
  #requested: vscode.TestRunRequest | undefined;

  constructor(dependencies: CourseTestDependencies) {
    this.#dependencies = dependencies;
    this.#controller = this.#owned.add(vscode.tests.createTestController('groundUp.steps', 'Event Sourcing'));
    const { model } = dependencies;
    this.#profile = this.#owned.add(
      this.#controller.createRunProfile(
        'Check',
        vscode.TestRunProfileKind.Run,
        (request, token) => this.#run(request, token),
        true,
        undefined,
        true,
      ),
    );
    this.#owned.add(model.onDidChange(() => void this.#refreshItems()));
    this.#owned.add(model.onDidBeginCheck((check) => void this.#publish(check)));
    this.#owned.add(vscode.workspace.onDidSaveTextDocument(() => void this.#refreshRanges()));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #refreshItems(): Promise<void> {
    const { state } = this.#dependencies.model;
    const current = state.kind === 'open' ? state.current : undefined;
    if (current === this.#shown) return;
    const before = this.#shown;
    this.#shown = current;
    this.#controller.items.replace(current === undefined ? [] : [this.#itemOf(current)]);
    // What the last runs said is about code that is no longer there.
    if (before !== undefined) await vscode.commands.executeCommand('testing.clearTestResults');
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
    const uri = vscode.Uri.joinPath(this.#dependencies.folder, this.#fileOf(step));
    const item = this.#controller.createTestItem(
      `step/${step.number}`,
      `${stepLabel(step.number)}  ${step.title}`,
      uri,
    );
    item.sortText = String(index).padStart(2, '0');
    return item;
  }

  async #refreshRanges(): Promise<void> {
    for (const [step, item] of this.#stepItems()) {
      const file = this.#fileOf(step);
      const text = await this.#dependencies.readText(file);
      if (text !== undefined) item.range = this.#rangeIn(file, text, step.place.member);
    }
  }

  #fileOf({ place }: Step): string {
    return this.#dependencies.language.words.file(place.module);
  }

  /** At the top where the member isn't written yet. */
  #rangeIn(file: string, text: string, member: string | undefined): vscode.Range {
    const found = member === undefined ? undefined : this.#dependencies.language.locateIn(file, text, member);
    const { line, column } = found ?? { line: 1, column: 1 };
    return new vscode.Range(line - 1, column - 1, line - 1, column - 1);
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
    await this.#check(request);
  }

  #runOnSave(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    const saving = vscode.workspace.onDidSaveTextDocument(() => void this.#check(request));
    this.#owned.add(saving);
    token.onCancellationRequested(() => this.#owned.release(saving));
  }

  /** Whoever runs a single step is at that step. */
  async #check(request: vscode.TestRunRequest): Promise<void> {
    this.#requested = request;
    const [only, ...others] = request.include ?? [];
    const step = others.length > 0 ? undefined : this.#stepItems().find(([, item]) => item === only)?.[0];
    try {
      await (step === undefined
        ? this.#dependencies.actions.check()
        : this.#dependencies.actions.checkStep(step.number));
    } finally {
      if (this.#requested === request) this.#requested = undefined;
    }
  }

  async #publish({ exercise, over }: CheckBegun): Promise<void> {
    const items = exercise === this.#shown ? this.#stepItems() : [];
    const all = [...this.#controller.items].map(([, item]) => item);
    // Nobody's view or focus moves for a check that was asked for elsewhere.
    const elsewhere = () => new vscode.TestRunRequest(all, undefined, this.#profile, false, true);
    const run = this.#controller.createTestRun(this.#requested ?? elsewhere());
    this.#requested = undefined;
    try {
      for (const [, item] of items) run.started(item);
      const check = await over;
      for (const [step, item] of items)
        tell(run, step, item, check?.judged.get(step.number), this.#dependencies.folder);
    } finally {
      run.end();
    }
  }
}

/** A step that waits for its turn was looked at and is not talked about. */
function tell(
  run: vscode.TestRun,
  step: Step,
  item: vscode.TestItem,
  judgement: Judgement | undefined,
  folder: vscode.Uri,
): void {
  // A terminal wants both.
  run.appendOutput(stepOutput(step, judgement).replaceAll('\n', '\r\n'), undefined, item);
  switch (judgement?.verdict) {
    case undefined:
      return run.skipped(item);
    case 'pass':
      return run.passed(item);
    case 'notYet':
      return run.failed(item, messageOf(judgement.told, folder));
    case 'couldNotRun':
      return run.errored(item, messageOf(judgement.told, folder));
  }
}

/**
 * VS Code shows the first line of a message at the end of the guilty line, as it stands; of a diff it would show
 * thirty letters of either side, cut in the middle.
 */
function messageOf(told: Told, folder: vscode.Uri): vscode.TestMessage {
  const { at } = told;
  const message = new vscode.TestMessage(toldText(told));
  if (at !== undefined) {
    const position = new vscode.Position(at.line - 1, at.column - 1);
    message.location = new vscode.Location(vscode.Uri.joinPath(folder, at.file), position);
  }
  return message;
}
