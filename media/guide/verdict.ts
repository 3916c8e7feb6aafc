import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback, GuideStep, SourceLocation } from '../../src/pages/guide/contract.ts';
import { comparison } from './comparison.ts';
import { icons } from './icons.ts';
import { inlineCode } from './inline-code.ts';
import { markdown } from './markdown.ts';
import type { Send } from './send.ts';

/** What the last check came to, told right above the buttons that ask for the next one. */
export function verdict(step: GuideStep, send: Send): TemplateResult | typeof nothing {
  if (step.told !== undefined) return toldBlock(step, step.told, send);
  if (step.afterwards !== undefined) return passedBlock(step, step.afterwards, send);
  return nothing;
}

function toldBlock(step: GuideStep, { headline, why, ran, rows, at }: Feedback, send: Send): TemplateResult {
  const kind = step.state === 'checking' ? 'stale' : step.state === 'couldNotRun' ? 'could-not-run' : 'not-yet';
  return html`
    <div class="verdict ${kind}">
      <p class="headline">${inlineCode(headline)}</p>
      <p>${inlineCode(why)}</p>
      ${comparison(rows, 'yours')} ${at === undefined ? nothing : guiltyLine(at, send)}
      ${ran ? stepThrough(step, send) : nothing}
    </div>
  `;
}

/** What the check did with their code, event by event, is best seen where one can step. */
function stepThrough({ number }: GuideStep, send: Send): TemplateResult {
  return html`
    <p class="step-through">
      <button class="gu-link" @click=${() => send({ type: 'stepThroughCheck', step: number })}>
        Step through this check
      </button>
      in the panel
    </p>
  `;
}

function guiltyLine({ file, line, column, text, source }: SourceLocation, send: Send): TemplateResult {
  return html`
    <p class="guilty">
      <button class="gu-link gu-mono" @click=${() => send({ type: 'openLocation', file, line, column })}>${text}</button>
      ${source === undefined ? nothing : html`<code>${source}</code>`}
    </p>
  `;
}

function passedBlock(step: GuideStep, afterwards: string, send: Send): TemplateResult {
  const { next, state } = step;
  const goOn = ({ number, label, title }: NonNullable<GuideStep['next']>) => html`
    <button class="gu-button go-on" @click=${() => send({ type: 'goToStep', step: number })}>
      <span>Go on with ${label} <span class="optional">${title}</span></span>${icons.arrow}
    </button>
  `;
  return html`
    <div class="verdict ${state === 'checking' ? 'stale' : 'passed'}">
      <h3 class="headline">What you just did</h3>
      ${markdown(afterwards)} ${stepThrough(step, send)} ${next === undefined ? nothing : goOn(next)}
    </div>
  `;
}
