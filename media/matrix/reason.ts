import { html, nothing, type TemplateResult } from 'lit';
import { verdictWords } from '../../src/base/verdict-words.ts';
import type { Feedback, SourceLocation } from '../../src/pages/guide/contract.ts';
import type { FromPage, MatrixCell, MatrixLine, MatrixSection } from '../../src/pages/matrix/contract.ts';
import { comparison } from '../guide/comparison.ts';
import { icons } from '../guide/icons.ts';
import { inlineCode } from '../guide/inline-code.ts';

export interface ReasonView {
  readonly section: MatrixSection;
  readonly line: MatrixLine;
  readonly cell: MatrixCell;
  readonly step: number;
  send(message: FromPage): void;
}

/** What is behind a cell, and what can be done about it. */
export function reasonTemplate({ section, line, cell, step, send }: ReasonView): TemplateResult {
  const { branch, name } = line;
  const { label = '', title = '' } = section.steps[step] ?? {};
  return html`
    <p class="of">${name.own}${name.shared}</p>
    <h2 id="reason-title">${label} ${title}: ${verdictWords[cell.verdict]}</h2>
    ${told(cell, name.own, () => send({ type: 'openLocation', branch, step }))}
    <div class="actions">
      <button class="gu-button" @click=${() => send({ type: 'openDiff', branch, step })}>Open the diff</button>
      ${
        cell.told?.ran === false
          ? nothing
          : html`<button class="gu-button quiet" @click=${() => send({ type: 'stepThroughCheck', branch, step })}>
              Step through this check
            </button>`
      }
    </div>
    <p class="about-diff">
      The diff lays ${cell.file} of this branch beside one solution. Stepping through runs the check on this branch, event by
      event, in the panel.
    </p>
  `;
}

function told(cell: MatrixCell, whose: string, openLocation: () => void): TemplateResult {
  if (cell.told === undefined) return html`<p class="nothing-to-tell">This step does what it should.</p>`;
  const { headline, why, rows, at }: Feedback = cell.told;
  return html`
    <div class="verdict ${cell.verdict === 'couldNotRun' ? 'could-not-run' : 'not-yet'}">
      <p class="headline">${inlineCode(headline)}</p>
      <p>${inlineCode(why)}</p>
      ${comparison(rows, whose)} ${at === undefined ? nothing : guiltyLine(at, openLocation)}
      ${cell.waiting ? html`<p class="gu-dim">An earlier step of this branch is to be mended first.</p>` : nothing}
    </div>
  `;
}

function guiltyLine({ text, source }: SourceLocation, open: () => void): TemplateResult {
  return html`
    <p class="guilty">
      <button class="gu-link gu-mono" @click=${open}>${text}</button>
      ${source === undefined ? nothing : html`<code>${source}</code>`}
    </p>
  `;
}

export const nothingChosen: TemplateResult = html`
  <h2 id="reason-title">Why?</h2>
  <p>Choose a cell to read what the code on that branch does, and to see its game in the panel. Arrow keys move between cells, Enter opens one.</p>
  <ul class="legend">
    <li class="pass">${icons.passed} passed</li>
    <li class="notYet">${icons.notYet} not yet: the first step to mend</li>
    <li class="waiting">${icons.open} not yet, behind another</li>
    <li class="couldNotRun">${icons.couldNotRun} couldn’t run</li>
  </ul>
`;
