import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { announcement } from '../../src/pages/guide/announcement.ts';
import type { FromPage, GuideExercise, GuideState } from '../../src/pages/guide/contract.ts';
import { Folding } from './folding.ts';
import { elsewhereBanner, finish, header, introduction, progress, trustBanner } from './header.ts';
import { followLink } from './markdown.ts';
import { stepId, stepTemplate } from './step.ts';

/**
 * The whole page. It stands in the document itself, without a shadow, for it is one document:
 * find in page, headings and ids work across all of it.
 */
export class GuideElement extends LitElement {
  static override properties = { state: { attribute: false } };

  declare state: GuideState;
  send: (message: FromPage) => void = () => {};
  folding = new Folding();
  /** Called after the learner folded or unfolded something. */
  remember: () => void = () => {};
  #spoken = '';
  #focusOn: string | undefined;
  #checkAsked = false;

  constructor() {
    super();
    this.state = { kind: 'loading' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Brings a step into view, unfolded. */
  reveal(step: string): void {
    const opinion = this.#opinion(step);
    if (opinion === undefined) return;
    this.folding.open(step, opinion);
    this.requestUpdate();
    void this.updateComplete.then(() => this.#scrollTo(step));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.state.kind !== 'exercise') return;
    this.folding.follow(this.state);
    this.#spoken = announcement(changed.get('state'), this.state) ?? this.#spoken;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    if (this.state.kind !== 'exercise' || before?.kind !== 'exercise') return;
    // Another exercise is read from its beginning, which says what is new in it.
    if (before.id !== this.state.id) return window.scrollTo({ top: 0, behavior: 'instant' });
    if (before.current !== this.state.current) this.#scrollTo(this.state.current);
    if (before.checking && !this.state.checking) this.#showVerdict(before, this.state);
    if (hintsOf(before) < hintsOf(this.state)) this.#bring('.current .hint:last-child', 'nearest');
    if (this.#focusOn !== this.state.current) return;
    this.querySelector<HTMLElement>(`#${stepId(this.state.current)} .fold`)?.focus({ preventScroll: true });
    this.#focusOn = undefined;
  }

  protected override render(): TemplateResult {
    return html`
      <main @click=${(event: Event) => followLink(event, this.send)}>${this.#content()}</main>
      <p class="gu-hidden" role="status">${this.#spoken}</p>
    `;
  }

  #content(): TemplateResult {
    const { state } = this;
    switch (state.kind) {
      case 'loading':
        return html`<p class="empty">Opening the guide…</p>`;
      case 'nothing':
        return this.#nothing();
      case 'problem':
        return html`<div class="empty"><h1>${state.headline}</h1><p>${state.remedy}</p></div>`;
      case 'exercise':
        return this.#exercise(state);
    }
  }

  #nothing(): TemplateResult {
    return html`
      <div class="empty">
        <h1>No exercise is open here</h1>
        <p>The guide shows the instructions of the exercise in the folder you have open.</p>
        <button class="gu-button" @click=${() => this.send({ type: 'startTutorial' })}>Start the Tutorial</button>
      </div>
    `;
  }

  #exercise(exercise: GuideExercise): TemplateResult {
    const { intro, steps, trusted, before, elsewhere } = exercise;
    const isOpen = (name: string, opinion: boolean) => this.folding.isOpen(name, opinion);
    return html`
      ${header(exercise)} ${progress(
        exercise,
        (step) => this.reveal(step),
        (message) => this.#ask(message),
      )}
      ${trusted ? nothing : trustBanner(this.send)} ${elsewhere === undefined ? nothing : elsewhereBanner(elsewhere, this.send)}
      ${introduction(intro.html, isOpen('intro', intro.opened), () => this.#toggle('intro', intro.opened))}
      ${before === undefined ? nothing : html`<p class="before">${before}</p>`}
      <ol class="steps">
        ${steps.map((step) =>
          stepTemplate({
            step,
            exercise,
            opened: isOpen(step.number, step.opened),
            toggle: () => this.#toggle(step.number, step.opened),
            send: (message) => this.#ask(message),
          }),
        )}
      </ol>
      ${finish(exercise, this.send)}
    `;
  }

  /** The button that leads on is gone once it has been pressed, so the focus goes where it led. */
  #ask(message: FromPage): void {
    if (message.type === 'goToStep') this.#focusOn = message.step;
    if (message.type === 'check' || message.type === 'checkAll') this.#checkAsked = true;
    this.send(message);
  }

  #toggle(name: string, opinion: boolean): void {
    this.folding.toggle(name, opinion);
    this.remember();
    this.requestUpdate();
  }

  #opinion(step: string): boolean | undefined {
    return this.state.kind === 'exercise' ? this.state.steps.find(({ number }) => number === step)?.opened : undefined;
  }

  /** Unless nothing new is told and nobody asked here: a page that moves with every save is a nuisance. */
  #showVerdict(before: GuideExercise, now: GuideExercise): void {
    const isNew = verdictsOf(before) !== verdictsOf(now);
    if (isNew || this.#checkAsked) {
      this.#bring('.step:is(.notYet, .couldNotRun, .current) .verdict', 'nearest');
    }
    this.#checkAsked = false;
  }

  #scrollTo(step: string): void {
    this.#bring(`#${stepId(step)}`, 'start');
  }

  #bring(selector: string, block: ScrollLogicalPosition): void {
    const calm =
      document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion)').matches;
    this.querySelector(selector)?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  }
}

function hintsOf({ steps }: GuideExercise): number {
  return steps.reduce((sum, { hints }) => sum + hints.revealed.length, 0);
}

/** What is told about the steps. */
function verdictsOf({ steps }: GuideExercise): string {
  const told = steps.map((step) => step.told?.headline ?? step.afterwards);
  return told.join('\n');
}
