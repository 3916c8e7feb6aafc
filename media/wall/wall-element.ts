import { html, LitElement, type TemplateResult } from 'lit';
import type { FromPage, ToPage, WallState } from '../../src/pages/wall/contract.ts';
import { changesBetween } from '../../src/storming/changes.ts';
import type { Edit } from '../../src/storming/edit.ts';
import { noteBeside, noteInstead, placeForNew, readingOrder } from '../../src/storming/steps.ts';
import { emptyWall, type Note, type NoteKind, noteOf, type Wall } from '../../src/storming/wall.ts';
import { layOut } from './board.ts';
import { Drag, type DragParts } from './drag.ts';
import { connectionEdit, editOf } from './edit-of.ts';
import { freshId } from './fresh-id.ts';
import { type HungWall, hung } from './hung-wall.ts';
import { type Action, actionOf } from './keys.ts';
import { noteElementAt } from './note-at.ts';
import type { Written } from './note-element.ts';
import type { Draft, Remembered } from './remembered.ts';
import { keepSame } from './same.ts';
import { unreadableTemplate } from './unreadable.ts';
import { type BoardListeners, wallTemplate } from './wall-view.ts';
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
  #hung: HungWall = hung(emptyWall);
  /** A note that was asked for, to be written on as soon as it is there. */
  #awaited: string | undefined;
  #draft: Draft | undefined;
  #drag: Drag | undefined;
  readonly #listeners: BoardListeners = {
    keydown: (event) => this.#onKey(event),
    focusin: (event) => this.#onFocus(event),
    pointerdown: (event) => this.#onPointerDown(event),
    click: (event) => this.#onClick(event),
    dblclick: (event) => this.#onDoubleClick(event),
    wheel: (event) => this.#onWheel(event),
  };

  constructor() {
    super();
    this.zoom = 1;
    this.spoken = '';
    this.notice = '';
    this.addEventListener('note-written', ({ detail }) => this.#written(detail));
    this.addEventListener('note-draft', ({ detail }) => {
      this.#draft = detail;
      this.#keep();
    });
  }

  /** What the page was like before it was put away. */
  resume({ zoom, stop, draft }: Remembered): void {
    this.zoom = zoom;
    this.stop = stop;
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
    if (isFirst) this.#scrollTo(this.stop);
    else this.spoken = changesBetween(before, this.#wall) || this.spoken;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { state } = this;
    return html`<main>${state === undefined ? html`<p class="waiting">Opening the wall…</p>` : this.#shown(state)}</main>
      <p class="gu-hidden" role="status">${this.spoken}</p>`;
  }

  protected override updated(): void {
    if (this.#board !== undefined) layOut(this.#board, this.#hung.layout, this.zoom);
  }

  #shown(state: WallState): TemplateResult {
    if (state.kind === 'unreadable') {
      return unreadableTemplate(state.sentence, () => this.send({ type: 'openAsText' }));
    }
    return wallTemplate({
      ...this.#hung,
      readOnly: state.readOnly,
      stop: this.stop,
      writing: this.writing,
      draft: this.#draft,
      connecting: this.connecting,
      zoom: this.zoom,
      notice: this.notice,
      goTo: (id) => this.#goTo(id),
      act: (action) => this.#act(action),
      exportAs: (type) => this.send({ type }),
      on: this.#listeners,
    });
  }

  get #wall(): Wall {
    return this.#hung.wall;
  }

  get #board(): HTMLElement | undefined {
    return this.querySelector<HTMLElement>('.board') ?? undefined;
  }

  get #isReadOnly(): boolean {
    return this.state?.kind !== 'wall' || this.state.readOnly;
  }

  #show(wall: Wall, before: Wall): void {
    const had = this.#board?.contains(document.activeElement) === true;
    this.#hung = hung(wall);
    const isGone = noteOf(wall, this.stop) === undefined;
    if (isGone) this.stop = noteInstead(wall, before, this.stop)?.id;
    if (noteOf(wall, this.connecting) === undefined) this.connecting = undefined;
    if (noteOf(wall, this.writing) === undefined) this.writing = undefined;
    if (noteOf(wall, this.#awaited) !== undefined) {
      this.stop = this.#awaited;
      this.writing = this.#awaited;
      this.#awaited = undefined;
    } else if (had && isGone) this.#focus(this.stop);
  }

  #goTo(id: string): void {
    this.querySelector<HTMLElement>('#review')?.hidePopover();
    this.#focus(id);
  }

  #edit(edit: Edit | undefined): void {
    if (edit !== undefined && !this.#isReadOnly) this.send({ type: 'edit', edit });
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
      case 'accept':
        return this.connecting === undefined ? this.#write(note) : this.#connectTo(note);
      case 'write':
        return this.#write(note);
      case 'connect':
        return this.#connectFrom(note);
      case 'showInCode':
        return this.send({ type: 'showInCode', id: note.id });
      default:
        return this.#edit(editOf(this.#wall, note, action));
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
    this.#keep();
    const note = noteOf(this.#wall, id);
    if (note !== undefined && text !== undefined && text !== note.text) this.#edit({ kind: 'write', id, text });
    if (thenSave) this.send({ type: 'save' });
    // Whoever has gone elsewhere meanwhile stays there.
    if (this.querySelector('textarea') === document.activeElement) this.#focus(id);
  }

  /** For when the page is put away, which nobody tells it before. */
  #keep(): void {
    const { zoom, stop } = this;
    this.remember({ zoom, ...(stop !== undefined && { stop }), ...(this.#draft && { draft: this.#draft }) });
  }

  #connectFrom({ id }: Note): void {
    if (this.#isReadOnly) return;
    this.connecting = this.connecting === id ? undefined : id;
    if (this.connecting !== undefined) this.#focus(id);
    this.spoken = this.connecting === undefined ? 'No connection.' : 'Go to the note it leads to, and press Enter.';
  }

  #connectTo({ id }: Note): void {
    const from = this.connecting;
    this.connecting = undefined;
    if (from === undefined || from === id) return;
    this.#edit(connectionEdit(this.#wall, { from, to: id }));
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
    this.#keep();
  }

  #focus(id: string | undefined): void {
    if (id === undefined) {
      if (this.#wall.notes.length === 0) void this.updateComplete.then(() => this.#board?.focus());
      return;
    }
    this.stop = id;
    void this.updateComplete.then(() => this.#noteElement(id)?.focus({ preventScroll: true }));
    this.#scrollTo(id);
  }

  #scrollTo(id: string | undefined): void {
    const show = () => id && this.#noteElement(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    void this.updateComplete.then(show);
  }

  #noteElement(id: string): HTMLElement | undefined {
    return this.querySelector<HTMLElement>(`wall-note[data-id="${id}"]`) ?? undefined;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLTextAreaElement) return;
    const action = actionOf(event);
    // Where there is nothing to end, Escape closes the help, or is the editor's.
    const isIdle = this.connecting === undefined && this.#drag?.isMoving !== true;
    if (action === undefined || (action.do === 'cancel' && isIdle)) return;
    // Alt and an arrow is “Go Back” to the editor around the page, and F12 its “Go to Definition”.
    event.preventDefault();
    event.stopPropagation();
    this.#act(action);
  }

  #onFocus({ target }: FocusEvent): void {
    const note = noteElementAt(target);
    if (note === undefined || note.note.id === this.stop) return;
    this.stop = note.note.id;
    this.#keep();
  }

  #onPointerDown(event: PointerEvent): void {
    const element = noteElementAt(event.target);
    const scroller = this.querySelector<HTMLElement>('.scroller');
    const board = this.#board;
    if (element === undefined || element.writing || scroller === null || board === undefined) return;
    if (this.#isReadOnly || event.button !== 0 || this.connecting !== undefined) return;
    const moveTo: DragParts['moveTo'] = (id, to) => this.#edit({ kind: 'move', id, to });
    this.#drag = new Drag({ scroller, board, layout: this.#hung.layout, zoom: this.zoom, moveTo }, element, event);
  }

  #onClick({ target }: MouseEvent): void {
    const element = noteElementAt(target);
    if (element !== undefined && this.connecting !== undefined) this.#connectTo(element.note);
  }

  #onDoubleClick({ target }: MouseEvent): void {
    const element = noteElementAt(target);
    if (element !== undefined && !element.writing) this.#write(element.note);
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    this.#zoomBy(event.deltaY < 0 ? 1 : -1);
  }
}
