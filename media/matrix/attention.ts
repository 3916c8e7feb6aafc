import { html, nothing, type TemplateResult } from 'lit';
import type { Attention, CellName, CommonMistake, LearnerAtStep, LongAtStep } from '../../src/pages/matrix/contract.ts';
import { inlineCode } from '../guide/inline-code.ts';

/** Shows the game of a cell's learner in the panel. */
type Show = (cell: CellName) => void;

/** What an instructor looks for first, above the tables. */
export function attentionTemplate({ long, common }: Attention, show: Show): TemplateResult | typeof nothing {
  if (long === undefined && common === undefined) return nothing;
  return html`
    <div class="attention">
      ${long === undefined ? nothing : longTemplate(long, show)}
      ${common === undefined ? nothing : commonTemplate(common, show)}
    </div>
  `;
}

function longTemplate({ seen, learners, more }: LongAtStep, show: Show): TemplateResult {
  return html`
    <section aria-labelledby="long">
      <h2 id="long">At one step for long</h2>
      <p class="gu-dim">${seen}</p>
      ${learners.length === 0 ? html`<p>Nobody.</p>` : html`<ul>${learners.map((learner) => atStep(learner, show))}</ul>`}
      ${more === 0 ? nothing : html`<p class="gu-dim">and ${more} more</p>`}
    </section>
  `;
}

function atStep(learner: LearnerAtStep, show: Show): TemplateResult {
  return html`<li>${gameButton(learner, show)} <span>at ${learner.label} ${learner.time}</span></li>`;
}

function commonTemplate({ label, headline, count, learners }: CommonMistake, show: Show): TemplateResult {
  return html`
    <section aria-labelledby="common">
      <h2 id="common">The mistake that most have</h2>
      <p class="gu-dim">${count}, at ${label}</p>
      <p class="headline">${inlineCode(headline)}</p>
      <p class="who">${learners.map((learner) => gameButton(learner, show))}</p>
    </section>
  `;
}

function gameButton(learner: CellName & { readonly who: string }, show: Show): TemplateResult {
  const title = 'Show this learner’s game in the panel';
  return html`<button class="gu-link" title=${title} @click=${() => show(learner)}>${learner.who}</button>`;
}
