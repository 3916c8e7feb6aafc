import { type Box, type Layout, pathBetween, placeAt } from '../../src/storming/layout.ts';
import { isSamePlace, type Place } from '../../src/storming/wall.ts';
import type { NoteElement } from './note-element.ts';

/** What a drag needs of the wall around the note. */
export interface DragParts {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** What the notes hang on. */
  readonly board: HTMLElement;
  readonly layout: Layout;
  readonly zoom: number;
  moveTo(id: string, place: Place): void;
}

/** Pixels of the screen: less is a click; nearer to an edge scrolls; as far for each frame. */
const distances = { click: 4, edge: 36, scroll: 14 } as const;

/** A note under a finger or a mouse, from pressing it until it is let go. Nothing but the note and its own connections is drawn meanwhile. */
export class Drag {
  readonly #parts: DragParts;
  readonly #element: NoteElement;
  readonly #pointer: number;
  readonly #begun: { readonly x: number; readonly y: number };
  readonly #ended = new AbortController();
  #at: { readonly x: number; readonly y: number };
  #isMoving = false;
  #frame = 0;
  #lines: readonly Line[] = [];

  constructor(parts: DragParts, element: NoteElement, event: PointerEvent) {
    this.#parts = parts;
    this.#element = element;
    this.#pointer = event.pointerId;
    this.#at = this.#onBoard(event);
    this.#begun = this.#at;
    element.setPointerCapture(event.pointerId);
    const { signal } = this.#ended;
    element.addEventListener('pointermove', (move) => this.#follow(move), { signal });
    element.addEventListener('pointerup', () => this.#letGo(), { signal });
    element.addEventListener('pointercancel', () => this.cancel(), { signal });
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Everything is as it was before. */
  cancel(): void {
    this.#end();
    this.#element.style.translate = '';
    this.#draw(this.#element.box);
  }

  #follow(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#at = this.#onBoard(event);
    if (!this.#isMoving && Math.hypot(...this.#distance()) * this.#parts.zoom < distances.click) return;
    if (!this.#isMoving) this.#begin();
    this.#scrollAtEdges(event);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #begin(): void {
    this.#isMoving = true;
    this.#element.classList.add('dragged');
    this.#lines = linesOf(this.#parts, this.#element.note.id);
  }

  #show(): void {
    const [x, y] = this.#distance();
    this.#element.style.translate = `${x}px ${y}px`;
    this.#draw(this.#moved());
  }

  #draw(box: Box): void {
    for (const { path, other, leads } of this.#lines) {
      path.setAttribute('d', leads ? pathBetween(box, other) : pathBetween(other, box));
    }
  }

  #letGo(): void {
    const wasMoving = this.#isMoving;
    this.#end();
    if (!wasMoving) return;
    const { note } = this.#element;
    const { x, y, width, height } = this.#moved();
    const place = placeAt(this.#parts.layout, x + width / 2, y + height / 2);
    // Until the host has moved it, it stays where it was let go.
    if (isSamePlace(place, note)) this.cancel();
    else this.#parts.moveTo(note.id, place);
  }

  #end(): void {
    cancelAnimationFrame(this.#frame);
    this.#isMoving = false;
    this.#ended.abort();
    this.#element.classList.remove('dragged');
  }

  #distance(): readonly [x: number, y: number] {
    return [this.#at.x - this.#begun.x, this.#at.y - this.#begun.y];
  }

  #moved(): Box {
    const [x, y] = this.#distance();
    const { box } = this.#element;
    return { ...box, x: box.x + x, y: box.y + y };
  }

  #onBoard({ clientX, clientY }: PointerEvent): { readonly x: number; readonly y: number } {
    const { left, top } = this.#parts.board.getBoundingClientRect();
    const { zoom } = this.#parts;
    return { x: (clientX - left) / zoom, y: (clientY - top) / zoom };
  }

  #scrollAtEdges({ clientX, clientY }: PointerEvent): void {
    const { scroller } = this.#parts;
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const towards = (at: number, start: number, end: number) => {
      if (at > end - distances.edge) return distances.scroll;
      return at < start + distances.edge ? -distances.scroll : 0;
    };
    scroller.scrollBy(towards(clientX, left, right), towards(clientY, top, bottom));
  }
}

interface Line {
  readonly path: Element;
  readonly other: Box;
  /** Whether it leads from the dragged note to the other one. */
  readonly leads: boolean;
}

function linesOf({ board, layout }: DragParts, id: string): Line[] {
  const ends = [
    { selector: `path[data-from="${id}"]`, other: 'to', leads: true },
    { selector: `path[data-to="${id}"]`, other: 'from', leads: false },
  ] as const;
  return ends.flatMap(({ selector, other, leads }) =>
    [...board.querySelectorAll<SVGElement>(selector)].flatMap((path) => {
      const box = layout.boxes.get(path.dataset[other] ?? '');
      return box === undefined ? [] : [{ path, other: box, leads }];
    }),
  );
}
