import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FromPage, ToPage, WallState } from '../../src/pages/wall/contract.ts';
import { changesBetween } from '../../src/storming/changes.ts';
import type { Edit } from '../../src/storming/edit.ts';
import { type Layout, layoutOf } from '../../src/storming/layout.ts';
import { noteBeside, placeBeside, placeForNew, readingOrder } from '../../src/storming/steps.ts';
import {
  emptyWall,
  isSameConnection,
  type Note,
  type NoteKind,
  noteKinds,
  noteOf,
  type Wall,
} from '../../src/storming/wall.ts';
import { linksOf, nameOf, spokenNote } from '../../src/storming/words.ts';
import { boardTemplate } from './board.ts';
import { Drag, type DragParts } from './drag.ts';
import { freshId } from './fresh-id.ts';
import { type Action, actionOf } from './keys.ts';
import { NoteElement, type Written } from './note-element.ts';
import type { Draft, Remembered } from './remembered.ts';
import { keepSame } from './same.ts';
import { toolbarTemplate } from './toolbar.ts';
import { zoomAfter } from './zoom.ts';

/** The whole page. What is done here is asked of the host, and shown once the file's text has it. */
export class WallElement extends LitElement {
  static override properties = {
    state: { state: true },
    stop: { state: true },
    writing: { state: true },
    connecting: { state: true },
    zoom: { state: true },
    spoken: { state: true },
    notice: { state: true },
  };

  declare private state: WallState | undefined;
  /** The note that has the focus, or would have it. */
  declare private stop: string | undefined;
  declare private writing: string | undefined;
  /** The note that a connection is to lead from. */
  declare private connecting: string | undefined;
  declare private zoom: number;
  /** The last thing that happened, for a screen reader. */
  declare private spoken: string;
  /** Why the last thing did not happen. */
  declare private notice: string;
  send: (message: FromPage) => void = () => {};
  remember: (remembered: Remembered) => void = () => {};
  #wall: Wall = emptyWall;
  #layout: Layout = layoutOf(emptyWall);
  #labels: ReadonlyMap<string, string> = new Map();
  /** A note that was asked for, to be written on as soon as it is there. */
  #awaited: string | undefined;
  #draft: Draft | undefined;
  #drag: Drag | undefined;

  constructor() {
    super();
    this.zoom = 1;
    this.spoken = '';
    this.notice = '';
    this.addEventListener('note-written', ({ detail }) => this.#written(detail));
    this.addEventListener('note-draft', ({ detail }) => this.#keepDraft(detail));
  }

  /** What the page was like before it was put away. */
  resume({ zoom, draft }: Remembered): void {
    this.zoom = zoom;
    this.#draft = draft;
    this.#awaited = draft?.id;
  }

  receive(message: ToPage): void {
    if (message.type === 'refused') {
      this.notice = message.sentence;
      for (const note of this.querySelectorAll('wall-note')) note.style.translate = '';
      return;
    }
    const isFirst = this.state === undefined;
    const before = this.#wall;
    this.notice = '';
    this.state = message.state;
    if (message.state.kind === 'unreadable') return;
    this.#show(keepSame(before, message.state.wall), before);
    if (!isFirst) this.spoken = changesBetween(before, this.#wall) || this.spoken;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { state } = this;
    return html`<main>${state === undefined ? html`<p class="waiting">Opening the wall…</p>` : this.#shown(state)}</main>
      <p class="gu-hidden" role="status">${this.spoken}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('zoom')) this.#board?.style.setProperty('zoom', String(this.zoom));
    const board = this.#board;
    if (board === undefined) return;
    board.style.width = `${this.#layout.width}px`;
    board.style.height = `${this.#layout.height}px`;
    board.style.setProperty('zoom', String(this.zoom));
    const bands = board.querySelectorAll<HTMLElement>('.lane');
    for (const [at, { top, height }] of this.#layout.bands.entries()) {
      bands[at]?.style.setProperty('top', `${top}px`);
      bands[at]?.style.setProperty('height', `${height}px`);
    }
  }

  #shown(state: WallState): TemplateResult {
    if (state.kind === 'unreadable') return this.#unreadable(state.sentence);
    const { readOnly } = state;
    const from = noteOf(this.#wall, this.connecting);
    return html`
      <h1 class="gu-hidden">Event storming wall</h1>
      ${toolbarTemplate({
        hasNote: this.stop !== undefined,
        isConnecting: from !== undefined,
        readOnly,
        zoom: this.zoom,
        act: (action) => this.#act(action),
        exportAs: (type) => this.send({ type }),
      })}
      <p class="notice" role="alert">${this.notice}</p>
      ${from === undefined ? nothing : html`<p class="connecting">Which note does ${nameOf(from)} lead to? <kbd>Escape</kbd> ends this.</p>`}
      <div class="scroller">
        <div
          class="board"
          role="application"
          aria-roledescription="event storming wall"
          aria-label="${this.#wall.notes.length} notes. Press question mark for the keys."
          tabindex=${this.#wall.notes.length === 0 ? 0 : -1}
          @keydown=${this.#onKey}
          @focusin=${this.#onFocus}
          @pointerdown=${this.#onPointerDown}
          @click=${this.#onClick}
          @dblclick=${this.#onDoubleClick}
          @wheel=${this.#onWheel}
        >
          ${boardTemplate({
            wall: this.#wall,
            layout: this.#layout,
            labels: this.#labels,
            stop: this.stop,
            writing: this.writing,
            draft: this.#draft,
            connecting: this.connecting,
            readOnly,
          })}
        </div>
      </div>
    `;
  }

  #unreadable(sentence: string): TemplateResult {
    return html`<section class="unreadable" role="alert">
      <h1>This file is no wall that can be shown</h1>
      <p>${sentence}</p>
      <p class="gu-dim">Nothing of it was changed. Mend the text, and the wall is here again.</p>
      <button class="gu-button" @click=${() => this.send({ type: 'openAsText' })}>Open as Text</button>
    </section>`;
  }

  get #board(): HTMLElement | undefined {
    return this.querySelector<HTMLElement>('.board') ?? undefined;
  }

  get #isReadOnly(): boolean {
    return this.state?.kind !== 'wall' || this.state.readOnly;
  }

  #show(wall: Wall, before: Wall): void {
    const had = this.#board?.contains(document.activeElement) === true;
    this.#wall = wall;
    this.#layout = layoutOf(wall);
    const links = linksOf(wall);
    const none = { causes: [], effects: [] };
    this.#labels = new Map(wall.notes.map((note) => [note.id, spokenNote(note, links.get(note.id) ?? none)]));
    const isGone = noteOf(wall, this.stop) === undefined;
    if (isGone) this.stop = nearestLeft(wall, before, this.stop);
    if (noteOf(wall, this.connecting) === undefined) this.connecting = undefined;
    if (noteOf(wall, this.writing) === undefined) this.writing = undefined;
    if (noteOf(wall, this.#awaited) !== undefined) {
      this.stop = this.#awaited;
      this.writing = this.#awaited;
      this.#awaited = undefined;
    } else if (had && isGone) this.#focus(this.stop);
  }

  #edit(edit: Edit): void {
    if (!this.#isReadOnly) this.send({ type: 'edit', edit });
  }

  #act(action: Action): void {
    const note = noteOf(this.#wall, this.stop);
    switch (action.do) {
      case 'add':
        return this.#add(action.kind, note);
      case 'zoom':
        return this.#zoomBy(action.by);
      case 'help':
        return this.querySelector<HTMLElement>('#help')?.showPopover();
      case 'cancel':
        return this.#cancel();
      default:
        if (note !== undefined) this.#actOn(note, action);
    }
  }

  #actOn(note: Note, action: Action): void {
    switch (action.do) {
      case 'go':
        return this.#focus(noteBeside(this.#wall, note, action.direction)?.id);
      case 'first':
        return this.#focus(readingOrder(this.#wall.notes)[0]?.id);
      case 'last':
        return this.#focus(readingOrder(this.#wall.notes).at(-1)?.id);
      case 'move': {
        const to = placeBeside(this.#wall, note, action.direction);
        return to && this.#edit({ kind: 'move', id: note.id, to });
      }
      case 'accept':
        return this.connecting === undefined ? this.#write(note) : this.#connectTo(note);
      case 'write':
        return this.#write(note);
      case 'connect':
        return this.#connectFrom(note);
      case 'turn':
        return this.#edit({ kind: 'turn', id: note.id, into: kindAfter(note.kind) });
      case 'makeRoom':
        return this.#edit({ kind: 'makeRoom', at: note.at });
      case 'remove':
        return this.#edit({ kind: 'remove', id: note.id });
      case 'showInCode':
        return this.send({ type: 'showInCode', id: note.id });
    }
  }

  #add(kind: NoteKind, beside: Note | undefined): void {
    if (this.#isReadOnly) return;
    const id = freshId(this.#wall);
    this.#awaited = id;
    this.#edit({ kind: 'add', note: { id, kind, text: '', ...placeForNew(this.#wall, kind, beside) } });
  }

  #write({ id }: Note): void {
    if (this.#isReadOnly) return;
    this.stop = id;
    this.writing = id;
  }

  #written({ id, text, thenSave }: Written): void {
    this.writing = undefined;
    this.#draft = undefined;
    this.remember({ zoom: this.zoom });
    const note = noteOf(this.#wall, id);
    if (note !== undefined && text !== undefined && text !== note.text) this.#edit({ kind: 'write', id, text });
    if (thenSave) this.send({ type: 'save' });
    // Whoever has gone elsewhere meanwhile stays there.
    if (this.querySelector('textarea') === document.activeElement) this.#focus(id);
  }

  #keepDraft(draft: Draft): void {
    this.remember({ zoom: this.zoom, draft });
  }

  #connectFrom({ id }: Note): void {
    if (this.#isReadOnly) return;
    this.connecting = this.connecting === id ? undefined : id;
    if (this.connecting !== undefined) this.#focus(id);
    this.spoken = this.connecting === undefined ? 'No connection.' : 'Go to the note it leads to, and press Enter.';
  }

  /** The same connection once more takes it away. */
  #connectTo({ id }: Note): void {
    const from = this.connecting;
    this.connecting = undefined;
    if (from === undefined || from === id) return;
    const connection = { from, to: id };
    const isThere = this.#wall.connections.some((each) => isSameConnection(each, connection));
    this.#edit({ kind: isThere ? 'disconnect' : 'connect', connection });
  }

  #cancel(): void {
    this.#drag?.cancel();
    this.#drag = undefined;
    if (this.connecting === undefined) return;
    this.connecting = undefined;
    this.spoken = 'No connection.';
  }

  #zoomBy(by: 1 | -1 | 0): void {
    this.zoom = zoomAfter(this.zoom, by);
    this.spoken = `${Math.round(this.zoom * 100)} %`;
    this.remember({ zoom: this.zoom });
  }

  #focus(id: string | undefined): void {
    if (id === undefined) {
      if (this.#wall.notes.length === 0) void this.updateComplete.then(() => this.#board?.focus());
      return;
    }
    this.stop = id;
    void this.updateComplete.then(() => {
      const note = this.querySelector<HTMLElement>(`wall-note[data-id="${id}"]`);
      note?.focus({ preventScroll: true });
      note?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const action = actionOf(event);
    // Where there is nothing to end, Escape closes the help, or is the editor's.
    const isIdle = this.connecting === undefined && this.#drag?.isMoving !== true;
    if (action === undefined || (action.do === 'cancel' && isIdle)) return;
    // Alt and an arrow is “Go Back” to the editor around the page, and F12 its “Go to Definition”.
    event.preventDefault();
    event.stopPropagation();
    this.#act(action);
  };

  readonly #onFocus = ({ target }: FocusEvent) => {
    const note = noteElementAt(target);
    if (note !== undefined) this.stop = note.note.id;
  };

  readonly #onPointerDown = (event: PointerEvent) => {
    const element = noteElementAt(event.target);
    const { scroller, board } = { scroller: this.querySelector<HTMLElement>('.scroller'), board: this.#board };
    if (element === undefined || element.writing || scroller === null || board === undefined) return;
    if (this.#isReadOnly || event.button !== 0 || this.connecting !== undefined) return;
    const moveTo: DragParts['moveTo'] = (id, to) => this.#edit({ kind: 'move', id, to });
    this.#drag = new Drag({ scroller, board, layout: this.#layout, zoom: this.zoom, moveTo }, element, event);
  };

  readonly #onClick = ({ target }: MouseEvent) => {
    const element = noteElementAt(target);
    if (element !== undefined && this.connecting !== undefined) this.#connectTo(element.note);
  };

  readonly #onDoubleClick = ({ target }: MouseEvent) => {
    const element = noteElementAt(target);
    if (element !== undefined && !element.writing) this.#write(element.note);
  };

  readonly #onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    this.#zoomBy(event.deltaY < 0 ? 1 : -1);
  };
}

function noteElementAt(target: EventTarget | null): NoteElement | undefined {
  const found = target instanceof Element ? target.closest('wall-note') : null;
  return found instanceof NoteElement ? found : undefined;
}

function kindAfter(kind: NoteKind): NoteKind {
  return noteKinds[(noteKinds.indexOf(kind) + 1) % noteKinds.length] ?? kind;
}

/** The note that is read where the one that is gone was. */
function nearestLeft(wall: Wall, before: Wall, gone: string | undefined): string | undefined {
  const order = readingOrder(before.notes);
  const at = order.findIndex(({ id }) => id === gone);
  const there = new Set(wall.notes.map(({ id }) => id));
  const others = at < 0 ? [] : [...order.slice(at), ...order.slice(0, at).reverse()];
  return others.find(({ id }) => there.has(id))?.id ?? readingOrder(wall.notes)[0]?.id;
}
