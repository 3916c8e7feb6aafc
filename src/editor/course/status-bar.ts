import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { stepLabel } from '../../course/step-label.ts';
import type { CourseModel } from './course-model.ts';
import { type CourseOpen, currentProgress, nextStep } from './course-state.ts';
import { stepStateText } from './feedback/step-text.ts';

/** Where the learner stands, in a few words; a click checks. */
export class StatusBar implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #item: vscode.StatusBarItem;

  constructor(model: CourseModel) {
    this.#item = this.#owned.add(
      vscode.window.createStatusBarItem('groundUp.step', vscode.StatusBarAlignment.Left, 10),
    );
    this.#item.name = 'Event Sourcing: Step';
    this.#owned.add(model.onDidChange(() => this.#show(model)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show({ state }: CourseModel): void {
    if (state.kind !== 'open') return this.#item.hide();
    const { text, tooltip } = statusOf(state);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = state.trusted ? 'groundUp.check' : 'workbench.trust.manage';
    this.#item.accessibilityInformation = { label: tooltip, role: 'button' };
    this.#item.show();
  }
}

function statusOf(open: CourseOpen): { readonly text: string; readonly tooltip: string } {
  const { exercise } = open.current;
  const progress = currentProgress(open);
  const next = nextStep(open);
  if (!open.trusted)
    return {
      text: '$(workspace-untrusted) Trust to check',
      tooltip: 'Nothing of your code runs until you trust this folder.',
    };
  if (open.checking) return { text: '$(loading~spin) Checking', tooltip: `Checking “${exercise.title}”` };
  if (next === undefined)
    return { text: `$(pass-filled) ${exercise.title}`, tooltip: 'Every step has passed. Check again' };
  const state = stepStateText(progress.get(next.number));
  return {
    text: `$(record) Step ${stepLabel(next.number)} ${state}`,
    tooltip: `Step ${stepLabel(next.number)}, ${next.title}: ${state}. Check your code`,
  };
}
