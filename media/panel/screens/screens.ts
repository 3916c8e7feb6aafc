import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FromPage, Showing, Snapshot } from '../../../src/pages/panel/contract.ts';
import type { Problem } from '../../../src/pages/panel/state.ts';
import { locationText } from '../notice-view.ts';

type Ask = (message: FromPage) => void;

/** A screen of its own for every state in which there is no aggregate to see. */
export function screenOf(snapshot: Exclude<Snapshot, Showing>, ask: Ask): TemplateResult {
  switch (snapshot.kind) {
    case 'loading':
      return html`<div class="plain loading" role="status">
        ${timelineDrawing('open')}
        <h1>${snapshot.what} …</h1>
      </div>`;
    case 'nothingYet':
      return screen('solid', snapshot.title, snapshot.promise, 'Start the Tutorial', () =>
        ask({ type: 'startTutorial' }),
      );
    case 'untrusted':
      return screen('locked', 'This folder is not trusted yet', untrusted, 'Trust This Folder', () =>
        ask({ type: 'trust' }),
      );
    case 'disconnected':
      return screen('apart', 'The event store cannot be reached', snapshot.reason, 'Try Again', () =>
        ask({ type: 'reload' }),
      );
    case 'broken':
      return brokenScreen(snapshot.problem, ask);
  }
}

const untrusted = 'Everything can be read; nothing of it is run before you say that you trust who wrote it.';

function screen(rail: Rail, title: string, text: string, button: string, press: () => void): TemplateResult {
  return html`<div class="plain">
    ${timelineDrawing(rail)}
    <h1>${title}</h1>
    <p class="gu-dim">${text}</p>
    <button class="gu-button" @click=${press}>${button}</button>
  </div>`;
}

function brokenScreen(problem: Problem, ask: Ask): TemplateResult {
  const { location } = problem;
  return html`<div class="plain" role="alert">
    ${timelineDrawing('broken')}
    <h1>${problem.headline}</h1>
    <p class="gu-dim">${problem.why}</p>
    ${
      location === null
        ? nothing
        : html`<button class="gu-button" @click=${() => ask({ type: 'openProblem' })}>Open ${locationText(location)}</button>`
    }
    <button class="gu-button quiet" @click=${() => ask({ type: 'reload' })}>Try Again</button>
  </div>`;
}

type Rail = 'solid' | 'open' | 'locked' | 'broken' | 'apart';

const padlock = svg`<g class="padlock">
    <path class="shackle" d="M101 58v-9a9 9 0 0 1 18 0v9"></path>
    <rect class="body" x="95" y="57" width="30" height="24" rx="4"></rect>
    <circle class="hole" cx="110" cy="69" r="3"></circle>
  </g>`;

/** The store beyond the end of the rail. */
const storeApart = svg`<g class="store">
    <ellipse cx="188" cy="40" rx="20" ry="7"></ellipse>
    <path d="M168 40v34a20 7 0 0 0 40 0v-34M168 57a20 7 0 0 0 40 0"></path>
  </g>`;

/** Three notes on a timeline, the way they hang on the wall in an event storming. */
function timelineDrawing(rail: Rail): TemplateResult {
  const note = (x: number, y: number, kind: string) =>
    svg`<rect class=${kind} x=${x} y=${y} width="44" height="34" rx="3"></rect>`;
  const third = rail === 'apart' ? nothing : note(154, 44, 'event third');
  const command = rail === 'locked' ? nothing : note(76, 12, 'command');
  return html`<svg class="drawing ${rail}" viewBox="0 0 220 120" aria-hidden="true">
    <path class="rail" d=${rail === 'apart' ? 'M10 92H140' : 'M10 92H210'}></path>
    ${note(22, 44, 'event')} ${note(88, 30, 'event')} ${third} ${command}
    <circle class="knob" cx="44" cy="92" r="6"></circle>
    <circle class="knob" cx="110" cy="92" r="6"></circle>
    ${rail === 'apart' ? nothing : svg`<circle class="knob last" cx="176" cy="92" r="6"></circle>`}
    ${rail === 'locked' ? padlock : rail === 'apart' ? storeApart : nothing}
  </svg>`;
}
