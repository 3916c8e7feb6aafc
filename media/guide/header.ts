import { html, nothing, type TemplateResult } from 'lit';
import { stateWords } from '../../src/pages/guide/announcement.ts';
import type { GuideExercise, GuideStep } from '../../src/pages/guide/contract.ts';
import { icons } from './icons.ts';
import { markdown } from './markdown.ts';
import type { Send } from './send.ts';

export function header({ number, total, title, summary }: GuideExercise): TemplateResult {
  return html`
    <header>
      <p class="of">Exercise ${number} of ${total}</p>
      <h1>${title}</h1>
      <p class="summary">${summary}</p>
    </header>
  `;
}

/** Stays in sight while the page scrolls: how far the learner is, and the check of everything. */
export function progress(exercise: GuideExercise, goTo: (step: string) => void, send: Send): TemplateResult {
  const { steps, passed, trusted, checking, current } = exercise;
  const idle = trusted && !checking;
  const segment = ({ number, label, title, state }: GuideStep) => html`
    <li>
      <button
        class="segment ${state}"
        title="${label} ${title}: ${stateWords[state]}"
        aria-label="${label} ${title}: ${stateWords[state]}"
        aria-current=${number === current ? 'step' : nothing}
        @click=${() => goTo(number)}
      ></button>
    </li>
  `;
  return html`
    <nav class="progress" aria-label="Steps">
      <ol>
        ${steps.map(segment)}
      </ol>
      <span class="count">${passed} of ${steps.length}<span class="gu-hidden"> steps passed</span></span>
      <button class="gu-button quiet" aria-disabled=${!idle} @click=${() => idle && send({ type: 'checkAll' })}>
        Check all
      </button>
    </nav>
  `;
}

export function trustBanner(send: Send): TemplateResult {
  return html`
    <div class="banner">
      ${icons.lock}
      <p>
        <strong>Checking waits for your trust.</strong> A check runs the code in this folder. Everything can be read
        before you decide.
      </p>
      <button class="gu-button" @click=${() => send({ type: 'trust' })}>Trust this folder…</button>
    </div>
  `;
}

export function elsewhereBanner(sentence: string, send: Send): TemplateResult {
  return html`
    <div class="banner">
      <p>${sentence}</p>
      <button class="gu-button" @click=${() => send({ type: 'returnToExercise' })}>Go to my exercise</button>
    </div>
  `;
}

export function introduction(text: string, opened: boolean, toggle: () => void): TemplateResult {
  return html`
    <section class="intro">
      <h2>
        <button class="fold" aria-expanded=${opened} aria-controls="intro-body" @click=${toggle}>
          ${icons.chevron}<span class="title">What this is about</span>
        </button>
      </h2>
      <div id="intro-body" ?hidden=${!opened}>${opened ? markdown(text) : nothing}</div>
    </section>
  `;
}

export function finish({ steps, finished }: GuideExercise, send: Send): TemplateResult | typeof nothing {
  if (finished === undefined) return nothing;
  const { nextExercise } = finished;
  return html`
    <section class="finish" aria-labelledby="finish-title">
      <h2 id="finish-title">${icons.passed}All ${steps.length} steps passed</h2>
      ${
        nextExercise === undefined
          ? html`<p>That was the last exercise. The store and the panel are yours to play with.</p>`
          : html`
              <p>
                Your work stays on its branch. The next exercise begins where this one ends: with our solution, or with
                your own code, into which what is new is put as far as it finds a place.
              </p>
              <button class="gu-button go-on" @click=${() => send({ type: 'nextExercise' })}>
                <span>Next exercise: ${nextExercise}</span>${icons.arrow}
              </button>
              <button class="gu-button quiet go-on" @click=${() => send({ type: 'bringMySolutionAlong' })}>
                Go on with my own code
              </button>
            `
      }
    </section>
  `;
}
