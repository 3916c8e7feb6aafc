import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Box } from '../../src/storming/layout.ts';
import { limits, type Note } from '../../src/storming/wall.ts';
import { kindNames } from '../../src/storming/words.ts';
import type { Draft } from './remembered.ts';

/** What was written on a note; `text` is undefined when it is to stay as it was. */
export interface Written {
  readonly id: string;
  readonly text: string | undefined;
  readonly thenSave: boolean;
}

/** One note. It is drawn again only when something of its own has changed. */
export class NoteElement extends LitElement {
  static override properties = {
    note: { attribute: false },
    box: { attribute: false, hasChanged: (now: Box, before: Box | undefined) => !isSameBox(now, before) },
    writing: { attribute: false },
    draft: { attribute: false },
  };

  declare note: Note;
  declare box: Box;
  declare writing: boolean;
  /** What somebody had begun to write when the page was put away. */
  declare draft: string | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('box') || changed.has('note')) this.#putInPlace();
    if (changed.has('writing') && this.writing) this.#begin();
  }

  protected override render(): TemplateResult {
    const { kind, text } = this.note;
    return html`<span class="kind">${kindNames[kind]}</span> ${
      this.writing
        ? html`<textarea
            aria-label="${kindNames[kind]}: what is written on it"
            maxlength=${limits.text}
            .defaultValue=${this.draft ?? text}
            @keydown=${this.#onKey}
            @input=${this.#onInput}
            @blur=${() => this.#end(true)}
          ></textarea>`
        : html`<span class="text">${text === '' ? nothing : text}</span>`
    }`;
  }

  #putInPlace(): void {
    const { x, y, width, height } = this.box;
    // At once, and without what a drag has left.
    this.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  }

  #begin(): void {
    const area = this.querySelector('textarea');
    area?.focus();
    area?.select();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { key, shiftKey, isComposing } = event;
    // Enter and Escape belong to whatever helps somebody write their language.
    if (isComposing) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (key === 'Enter' && !shiftKey) this.#end(true);
    else if (key === 'Escape') this.#end(false);
    else if (withControl && key.toLowerCase() === 's') this.#end(true, true);
    else {
      // What is undone in here is what was just typed, and not the wall's last change.
      if (withControl && ['z', 'y'].includes(key.toLowerCase())) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onInput = (event: InputEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const draft: Draft = { id: this.note.id, text: event.target.value };
    this.dispatchEvent(new CustomEvent('note-draft', { detail: draft, bubbles: true }));
  };

  /** Once: what ends by a key loses the focus as well. */
  #end(keep: boolean, thenSave = false): void {
    const area = this.querySelector('textarea');
    if (!this.writing || area === null) return;
    this.writing = false;
    const detail: Written = { id: this.note.id, text: keep ? area.value : undefined, thenSave };
    this.dispatchEvent(new CustomEvent('note-written', { detail, bubbles: true }));
  }
}

function isSameBox(now: Box, before: Box | undefined): boolean {
  return (
    before !== undefined &&
    now.x === before.x &&
    now.y === before.y &&
    now.width === before.width &&
    now.height === before.height
  );
}

customElements.define('wall-note', NoteElement);

declare global {
  interface HTMLElementTagNameMap {
    'wall-note': NoteElement;
  }
  interface HTMLElementEventMap {
    'note-written': CustomEvent<Written>;
    'note-draft': CustomEvent<Draft>;
  }
}
