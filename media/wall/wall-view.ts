import { html, nothing, type TemplateResult } from 'lit';
import { noteOf } from '../../src/storming/wall.ts';
import { nameOf } from '../../src/storming/words.ts';
import { type BoardView, boardTemplate } from './board.ts';
import type { HungWall } from './hung-wall.ts';
import { type ToolbarView, toolbarTemplate } from './toolbar.ts';

export interface WallView extends HungWall, BoardView, Omit<ToolbarView, 'hasNote' | 'isConnecting'> {
  /** Why the last thing did not happen; empty when it did. */
  readonly notice: string;
  readonly on: BoardListeners;
}

/** What is done on the board, whichever note it is done to. */
export interface BoardListeners {
  readonly keydown: (event: KeyboardEvent) => void;
  readonly focusin: (event: FocusEvent) => void;
  readonly pointerdown: (event: PointerEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly dblclick: (event: MouseEvent) => void;
  readonly wheel: (event: WheelEvent) => void;
}

export function wallTemplate(view: WallView): TemplateResult {
  const { wall, on } = view;
  const { length } = wall.notes;
  const from = noteOf(wall, view.connecting);
  return html`
    <h1 class="gu-hidden">Event storming wall</h1>
    ${toolbarTemplate({ ...view, hasNote: view.stop !== undefined, isConnecting: from !== undefined })}
    <p class="notice" role="alert">${view.notice}</p>
    ${
      from === undefined
        ? nothing
        : html`<p class="connecting">Which note does ${nameOf(from)} lead to? <kbd>Escape</kbd> ends this.</p>`
    }
    <div class="scroller">
      <div
        class="board"
        role="application"
        aria-roledescription="event storming wall"
        aria-label="${length === 1 ? '1 note' : `${length} notes`}. Press question mark for the keys."
        tabindex=${length === 0 ? 0 : -1}
        @keydown=${on.keydown}
        @focusin=${on.focusin}
        @pointerdown=${on.pointerdown}
        @click=${on.click}
        @dblclick=${on.dblclick}
        @wheel=${on.wheel}
      >
        ${boardTemplate(view)}
      </div>
    </div>
  `;
}
