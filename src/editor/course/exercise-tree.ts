import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { Step } from '../../course/exercise.ts';
import { numberOf } from '../../course/exercise-number.ts';
import type { CourseExercise } from '../../course/load-course.ts';
import type { StepProgress } from '../../course/progress.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { CourseModel } from './course-model.ts';
import { type CourseOpen, currentProgress } from './course-state.ts';
import { plainTold } from './feedback/outcome-text.ts';
import { stepStateText } from './feedback/step-text.ts';

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
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(`${numberOf(exercise)}  ${exercise.title}`, isCurrent ? Collapsed : None);
  const progress = open.progress.get(exercise.id) ?? new Map<string, StepProgress>();
  const passed = exercise.steps.filter(({ number }) => progress.get(number)?.judgement?.verdict === 'pass').length;
  item.id = exercise.id;
  item.description = `${passed} of ${exercise.steps.length}`;
  item.tooltip = exercise.summary;
  item.contextValue = isCurrent ? 'currentExercise' : 'exercise';
  if (passed === exercise.steps.length) item.iconPath = passedIcon();
  return item;
}

function stepItem({ step }: StepNode, open: CourseOpen): vscode.TreeItem {
  const progress = currentProgress(open).get(step.number);
  const stateText = stepStateText(progress);
  const item = new vscode.TreeItem(stepLabel(step.number));
  item.id = `${open.current.exercise.id}/${step.number}`;
  // A narrow list cuts what comes last, and that had better be the title.
  item.description = `${stateText} · ${step.title}`;
  item.iconPath = iconOf(progress);
  item.contextValue = 'step';
  item.accessibilityInformation = { label: `Step ${stepLabel(step.number)}, ${step.title}: ${stateText}` };
  item.tooltip = tooltipOf(step, progress);
  item.command = { command: 'groundUp.openGuide', title: 'Open the Guide', arguments: [step.number] };
  return item;
}

/** Plain text, with the state first. */
function tooltipOf({ number, title }: Step, progress: StepProgress | undefined): string {
  const heading = `${stepLabel(number)} ${title}: ${stepStateText(progress)}`;
  if (progress?.judgement === undefined || !('told' in progress.judgement)) return heading;
  const { headline, why } = plainTold(progress.judgement.told);
  return `${heading}\n\n${headline}\n\n${why}`;
}

function passedIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
}

function iconOf(progress: StepProgress | undefined): vscode.ThemeIcon {
  if (progress?.checking) return new vscode.ThemeIcon('loading~spin');
  switch (progress?.judgement?.verdict) {
    case 'pass':
      return passedIcon();
    case 'notYet':
      return new vscode.ThemeIcon('circle-large-filled', new vscode.ThemeColor('symbolIcon.eventForeground'));
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
  // In one line: the guide says it in full, and the list is short.
  view.description = state.kind === 'open' && state.checkedOut.kind !== 'own' ? 'what passes here is not counted' : '';
}
