import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Box, type Layout, pathsOf } from '../../src/storming/layout.ts';
import { type Lane, noteKinds, type Wall } from '../../src/storming/wall.ts';
import { laneNames } from '../../src/storming/words.ts';
import type { Draft } from './remembered.ts';

export interface BoardView {
  readonly wall: Wall;
  readonly layout: Layout;
  /** What is read out of each note, by its id. */
  readonly labels: ReadonlyMap<string, string>;
  /** The note that the tab key stops at. */
  readonly stop: string | undefined;
  /** The note that is being written on. */
  readonly writing: string | undefined;
  /** What had been begun when the page was put away. */
  readonly draft: Draft | undefined;
  /** The note that a connection is to lead from. */
  readonly connecting: string | undefined;
  readonly readOnly: boolean;
}

const about: Readonly<Record<Lane, string>> = {
  before: 'Who wants it, what must hold, what decides',
  happened: 'Events, in the past tense',
  after: 'What follows, what nobody knows yet',
};

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

export function boardTemplate(view: BoardView): TemplateResult {
  const { wall, layout } = view;
  return html`
    ${layout.bands.map(
      ({ lane }) => html`<div class="lane ${lane}">
        <p class="lane-name"><strong>${laneNames[lane]}</strong><span>${about[lane]}</span></p>
      </div>`,
    )}
    <svg class="connections" aria-hidden="true">
      <defs>
        <marker id="head" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8Z"></path>
        </marker>
      </defs>
      ${repeat(
        pathsOf(wall.connections, layout.boxes),
        ({ from, to }) => `${from} ${to}`,
        ({ from, to, path }) =>
          svg`<path class=${isAt(view, from, to) ? 'line near' : 'line'} d=${path} data-from=${from} data-to=${to} marker-end="url(#head)"></path>`,
      )}
    </svg>
    ${repeat(
      wall.notes,
      ({ id }) => id,
      (note) => {
        const { id, kind } = note;
        const isWritten = view.writing === id;
        return html`<wall-note
          class="${kind}${view.connecting === id ? ' source' : ''}${view.stop === id ? ' stop' : ''}"
          data-id=${id}
          role=${isWritten ? 'group' : 'button'}
          tabindex=${view.stop === id && !isWritten ? 0 : -1}
          aria-label=${view.labels.get(id) ?? nothing}
          aria-roledescription="note"
          .note=${note}
          .box=${layout.boxes.get(id) ?? nowhere}
          .writing=${isWritten}
          .draft=${view.draft?.id === id ? view.draft.text : undefined}
        ></wall-note>`;
      },
    )}
    ${wall.notes.length === 0 ? emptyTemplate(view.readOnly) : nothing}
  `;
}

function isAt({ stop }: BoardView, from: string, to: string): boolean {
  return stop !== undefined && (from === stop || to === stop);
}

function emptyTemplate(readOnly: boolean): TemplateResult {
  if (readOnly) return html`<p class="empty">Nothing hangs on this wall.</p>`;
  return html`<p class="empty">
    <strong>What happened?</strong> Begin with an event: press <kbd>1</kbd> here, or the orange button above, and write what has
    happened, in the past tense. <kbd>1</kbd> to <kbd>${noteKinds.length}</kbd> make the other notes.
  </p>`;
}

/** Gives the board and its lanes their size; the policy of the page allows no styles in its text. */
export function layOut(board: HTMLElement, { width, height, bands }: Layout, zoom: number): void {
  board.style.width = `${width}px`;
  board.style.height = `${height}px`;
  board.style.setProperty('zoom', String(zoom));
  const elements = board.querySelectorAll<HTMLElement>('.lane');
  for (const [at, band] of bands.entries()) {
    elements[at]?.style.setProperty('top', `${band.top}px`);
    elements[at]?.style.setProperty('height', `${band.height}px`);
  }
}
