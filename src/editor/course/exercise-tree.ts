import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Step } from '../../course/exercise.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import type { StepProgress } from '../../course/progress.ts';
import { type CourseModel, type CourseOpen, currentProgress, nextStep } from './course-model.ts';
import { labelOf, stepStateText } from './step-text.ts';

type Node = { readonly kind: 'exercise'; readonly of: CourseExercise } | StepNode;
interface StepNode {
  readonly kind: 'step';
  readonly step: Step;
}

/** The exercises and their steps, each with its state: all of the guide that a tree can show. */
export class ExerciseTree implements vscode.TreeDataProvider<Node>, Disposable {
  readonly #model: CourseModel;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(model: CourseModel) {
    this.#model = model;
    this.#owned.add(model.onDidChange(() => this.#changed.fire()));
    const view = vscode.window.createTreeView('groundUp.exercises', { treeDataProvider: this });
    this.#owned.add(view);
    this.#owned.add(model.onDidChange(() => showMessage(view, model)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  getChildren(node?: Node): Node[] {
    const { state } = this.#model;
    if (state.kind !== 'open') return [];
    if (node === undefined) return state.course.exercises.map((of) => ({ kind: 'exercise', of }));
    if (node.kind === 'step' || node.of.exercise.id !== state.current.exercise.id) return [];
    return node.of.exercise.steps.map((step) => ({ kind: 'step', step }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { state } = this.#model;
    if (state.kind !== 'open') return new vscode.TreeItem('');
    return node.kind === 'exercise' ? exerciseItem(node.of, state) : stepItem(node, state);
  }
}

function exerciseItem({ exercise }: CourseExercise, open: CourseOpen): vscode.TreeItem {
  const isCurrent = exercise.id === open.current.exercise.id;
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    `${Number(exercise.id.slice(0, 2))}  ${exercise.title}`,
    isCurrent ? Expanded : None,
  );
  const progress = open.progress.get(exercise.id) ?? new Map<string, StepProgress>();
  const passed = exercise.steps.filter(({ number }) => progress.get(number)?.judgement?.verdict === 'pass').length;
  // The tree remembers by id what is unfolded, and the exercise one comes to should be.
  item.id = isCurrent ? `${exercise.id}/current` : exercise.id;
  item.description = `${passed} of ${exercise.steps.length}`;
  item.tooltip = exercise.summary;
  item.contextValue = isCurrent ? 'currentExercise' : 'exercise';
  if (passed === exercise.steps.length) item.iconPath = passedIcon();
  return item;
}

function stepItem({ step }: StepNode, open: CourseOpen): vscode.TreeItem {
  const progress = currentProgress(open).get(step.number);
  const item = new vscode.TreeItem(`${labelOf(step.number)}  ${step.title}`);
  const stateText = stepStateText(progress);
  item.id = `${open.current.exercise.id}/${step.number}`;
  item.description = stateText;
  // Steps are checked in order, so only the first that is not yet is one to worry about.
  item.iconPath = iconOf(progress, step === nextStep(open));
  item.contextValue = 'step';
  item.accessibilityInformation = { label: `Step ${labelOf(step.number)}, ${step.title}: ${stateText}` };
  if (progress?.judgement !== undefined && 'told' in progress.judgement) {
    const { headline, why } = progress.judgement.told;
    item.tooltip = new vscode.MarkdownString(`**${headline}**\n\n${why}`);
  }
  item.command = { command: 'groundUp.openGuide', title: 'Open the Guide', arguments: [step.number] };
  return item;
}

function passedIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
}

function iconOf(progress: StepProgress | undefined, explained: boolean): vscode.ThemeIcon {
  if (progress?.checking) return new vscode.ThemeIcon('loading~spin');
  switch (progress?.judgement?.verdict) {
    case 'pass':
      return passedIcon();
    case 'notYet':
      return explained
        ? new vscode.ThemeIcon('circle-large-filled', new vscode.ThemeColor('symbolIcon.eventForeground'))
        : new vscode.ThemeIcon('circle-large-outline');
    case 'couldNotRun':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconErrored'));
    case undefined:
      return new vscode.ThemeIcon('circle-large-outline');
  }
}

function showMessage(view: vscode.TreeView<Node>, { state }: CourseModel): void {
  if (state.kind === 'problem') view.message = `${state.headline} ${state.remedy}`;
  else if (state.kind === 'open' && !state.trusted) {
    view.message =
      'You are in restricted mode: everything can be read, and nothing of your code runs until you trust this folder.';
  } else view.message = '';
}
