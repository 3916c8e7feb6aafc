import { html, nothing, type TemplateResult } from 'lit';
import { stateWords } from '../../src/pages/guide/announcement.ts';
import type { GuideExercise, GuideStep } from '../../src/pages/guide/contract.ts';
import { icons } from './icons.ts';
import { markdown } from './markdown.ts';
import type { Send } from './send.ts';
import { verdict } from './verdict.ts';

export interface StepView {
  readonly step: GuideStep;
  readonly exercise: GuideExercise;
  readonly opened: boolean;
  readonly toggle: () => void;
  readonly send: Send;
}

export function stepTemplate(view: StepView): TemplateResult {
  const { step, exercise, opened } = view;
  const kinds = [step.state, step.number === exercise.current ? 'current' : ''];
  return html`
    <li class="step ${kinds.join(' ')}" id=${stepId(step.number)}>
      <span class="node">${icons[step.state]}</span>
      <div class="card">
        ${heading(view)}
        <div class="body" id="${stepId(step.number)}-body" ?hidden=${!opened}>${opened ? body(view) : nothing}</div>
      </div>
    </li>
  `;
}

export function stepId(number: string): string {
  return `step-${number.replace(/[^\w-]/g, '-')}`;
}

function heading({ step, exercise, opened, toggle }: StepView): TemplateResult {
  const { number, label, title, state } = step;
  return html`
    <h2>
      <button
        class="fold"
        aria-expanded=${opened}
        aria-controls="${stepId(number)}-body"
        aria-current=${number === exercise.current ? 'step' : nothing}
        @click=${toggle}
      >
        ${icons.chevron}
        <span class="title"><span class="number">${label}</span> ${title}</span>
        <span class="state">${stateWords[state]}</span>
      </button>
    </h2>
  `;
}

function body(view: StepView): TemplateResult {
  const { step, send } = view;
  const { link, text } = step.place;
  return html`
    ${markdown(step.html)}
    <p class="place">
      ${icons.code}<button class="gu-link" @click=${() => send({ type: 'openLink', link })}>${text}</button>
    </p>
    ${verdict(step, send)} ${actions(view)} ${hints(step)}
  `;
}

/**
 * Below the buttons, so that the next hint doesn't move the button it came from. The element is
 * always there, or a screen reader would not notice what is added to it.
 */
function hints({ hints: { revealed, total } }: GuideStep): TemplateResult {
  return html`
    <div class="hints" aria-live="polite">
      ${revealed.map(
        (hint, at) => html`
          <div class="hint">${icons.bulb}<div><h3>Hint ${at + 1} of ${total}</h3>${markdown(hint)}</div></div>
        `,
      )}
    </div>
  `;
}

/** The same buttons in the same places whatever the state, so that nobody presses the wrong one. */
function actions({ step, exercise, send }: StepView): TemplateResult {
  const { number: name, state, hints, compare } = step;
  const idle = exercise.trusted && !exercise.checking;
  const check = () => idle && send({ type: 'check', step: name });
  const left = hints.total - hints.revealed.length;
  return html`
    <div class="actions">
      <button class="gu-button${state === 'passed' ? ' quiet' : ''}" aria-disabled=${!idle} @click=${check}>
        Check this step
      </button>
      <button
        class="gu-button quiet next-hint"
        aria-disabled=${left === 0}
        @click=${() => left > 0 && send({ type: 'revealHint', step: name })}
      >
        ${left === 0 ? 'No more hints' : `Hint ${hints.revealed.length + 1} of ${hints.total}`}
      </button>
      <button class="gu-button quiet" @click=${() => send({ type: 'showInPanel' })}>Show in panel</button>
      <button class="gu-button quiet" @click=${() => send({ type: 'compareWithSolution', step: name })}>
        Compare with solution
      </button>
    </div>
    <p class="ask" role="status">${compare === 'ask' ? askFirst(left) : nothing}</p>
  `;
}

function askFirst(hintsLeft: number): string {
  const hint = hintsLeft > 0 ? 'A hint may teach you more.' : 'One more try may teach you more.';
  return `${hint} Press once more to see the solution beside your code.`;
}
