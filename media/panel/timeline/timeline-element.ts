import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Step } from '../../../src/pages/panel/contract.ts';
import type { Row, RowWindow } from '../../../src/pages/panel/timeline.ts';
import { LightElement } from '../light-element.ts';
import { rowView } from './row-view.ts';

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'back',
  ArrowLeft: 'back',
  ArrowDown: 'forward',
  ArrowRight: 'forward',
  Home: 'first',
  End: 'last',
};

/** Rows in the page at most: a row far away is shown by the element of one that went out of sight. */
const pool = 128;
/** Rows asked for around those in sight. */
const ahead = 40;

/** Everything that happened, oldest first; only the rows in sight are in the page. */
export class TimelineElement extends LightElement {
  static override properties = {
    window: { attribute: false },
    stop: { attribute: false },
    following: { attribute: false },
    opened: { state: true },
  };
  declare window: RowWindow;
  declare stop: number;
  declare following: boolean;
  declare opened: ReadonlySet<number>;
  #virtual: Virtualizer<HTMLElement, HTMLElement> | undefined;
  #unmount: (() => void) | undefined;
  #asked = { first: 0, count: 0 };
  #hadFocus = false;
  #resizing: ResizeObserver | undefined;
  /** The row at the cursor could be seen before whatever happens next. */
  #cursorSeen = true;

  constructor() {
    super();
    this.opened = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unmount?.();
    this.#resizing?.disconnect();
  }

  protected override render(): TemplateResult {
    const items = this.#virtual?.getVirtualItems() ?? [];
    return html`<div class="timeline" role="list" aria-label="Timeline" tabindex="-1" @keydown=${this.#onKey}>
      <div class="extent" role="presentation">
        ${repeat(
          items,
          ({ index }) => (index === this.stop ? 'cursor' : index % pool),
          (item) => this.#item(item),
        )}
      </div>
    </div>`;
  }

  protected override firstUpdated(): void {
    const scroller = this.querySelector<HTMLElement>('.timeline');
    if (scroller === null) return;
    this.#virtual = new Virtualizer({
      ...this.#options(),
      getScrollElement: () => scroller,
    });
    this.#unmount = this.#virtual._didMount();
    this.#virtual._willUpdate();
    this.#resizing = new ResizeObserver(() => this.#resized());
    this.#resizing.observe(scroller);
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.querySelector('.go:focus') !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const virtual = this.#virtual;
    if (virtual === undefined) return;
    if (virtual.options.count !== this.window.total) {
      virtual.setOptions({ ...virtual.options, count: this.window.total });
      virtual._willUpdate();
      this.requestUpdate();
    }
    this.#place(virtual);
    this.#measure(virtual);
    if (changed.has('stop') || changed.has('window')) this.#keepInSight(virtual, changed.has('stop'));
    this.#askForRows(virtual);
    this.#cursorSeen = this.#seesCursor(virtual);
  }

  /** A note that appears above must not push the cursor out of sight. */
  #resized(): void {
    if (this.#cursorSeen) this.#virtual?.scrollToIndex(this.stop, { align: 'auto' });
    this.requestUpdate();
  }

  #seesCursor(virtual: Virtualizer<HTMLElement, HTMLElement>): boolean {
    const at = virtual.getVirtualItems().find(({ index }) => index === this.stop);
    const [top, height] = [virtual.scrollOffset ?? 0, virtual.scrollRect?.height ?? 0];
    return at !== undefined && at.end > top && at.start < top + height;
  }

  #options() {
    return {
      scrollPaddingEnd: 6,
      scrollPaddingStart: 6,
      count: this.window.total,
      getScrollElement: () => this.querySelector<HTMLElement>('.timeline'),
      estimateSize: (index: number) => this.#guess(index),
      overscan: 6,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.requestUpdate(),
      // The row at the cursor keeps the focus even when it is scrolled out of sight.
      rangeExtractor: ({ startIndex, endIndex, overscan, count }: RangeOf) => {
        const from = Math.max(0, startIndex - overscan);
        const to = Math.min(count - 1, endIndex + overscan);
        const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, nth) => from + nth);
        return range.includes(this.stop) || this.stop >= count ? range : [...range, this.stop].sort((a, b) => a - b);
      },
    };
  }

  #item({ index }: VirtualItem): TemplateResult {
    const row: Row | undefined = this.window.rows[index - this.window.first];
    const { total } = this.window;
    return html`<div
      class="item"
      role="listitem"
      data-index=${index}
      aria-setsize=${total}
      aria-posinset=${index + 1}
    >
      ${row === undefined ? html`<div class="row waiting"></div>` : this.#row(row, index)}
    </div>`;
  }

  #row(row: Row, index: number): TemplateResult {
    return rowView(row, {
      index,
      total: this.window.total,
      stop: this.stop,
      open: this.opened.has(index),
      go: () => this.ask({ type: 'seek', stop: index }),
      toggle: () => this.#toggle(index),
      openLocation: () => this.ask({ type: 'openRow', row: index }),
      skip: () => this.ask({ type: 'skip', entry: row.kind === 'event' && row.skipped ? null : index - 1 }),
    });
  }

  #toggle(index: number): void {
    const opened = new Set(this.opened);
    if (!opened.delete(index)) opened.add(index);
    this.opened = opened;
    void this.updateComplete.then(() => this.#virtual?.scrollToIndex(index, { align: 'auto' }));
  }

  /** Rows are put in place through the style object, for the page's policy forbids style attributes. */
  #place(virtual: Virtualizer<HTMLElement, HTMLElement>): void {
    this.querySelector<HTMLElement>('.extent')?.style.setProperty('height', `${virtual.getTotalSize()}px`);
    const starts = new Map(virtual.getVirtualItems().map(({ index, start }) => [String(index), start]));
    for (const element of this.querySelectorAll<HTMLElement>('.item')) {
      const start = starts.get(element.dataset.index ?? '');
      if (start !== undefined) element.style.setProperty('transform', `translateY(${start}px)`);
    }
  }

  /** Close to the truth, so that little moves when the truth is measured. */
  #guess(index: number): number {
    const row = this.window.rows[index - this.window.first];
    const told = row?.kind === 'event' ? row.command !== null : row?.kind === 'refused' || row?.kind === 'silent';
    return told ? 43 : 28;
  }

  /** All at once, after everything is in place: one layout for all rows. */
  #measure(virtual: Virtualizer<HTMLElement, HTMLElement>): void {
    const sizes = new Map(virtual.getVirtualItems().map(({ index, size }) => [index, size]));
    const measured = [...this.querySelectorAll<HTMLElement>('.item')].map(
      (element) => [Number(element.dataset.index), element.offsetHeight] as const,
    );
    for (const [index, height] of measured) {
      if (height > 0 && Math.abs((sizes.get(index) ?? height) - height) >= 1) virtual.resizeItem(index, height);
    }
  }

  #keepInSight(virtual: Virtualizer<HTMLElement, HTMLElement>, moved: boolean): void {
    if (moved || this.following) virtual.scrollToIndex(this.stop, { align: 'auto' });
    if (!this.#hadFocus || !moved) return;
    this.querySelector<HTMLElement>(`[data-index="${this.stop}"] .go`)?.focus({ preventScroll: true });
  }

  #askForRows(virtual: Virtualizer<HTMLElement, HTMLElement>): void {
    const range = virtual.range;
    if (range === null) return;
    const { first, rows, total } = this.window;
    const have = first + rows.length;
    const wantFrom = range.startIndex;
    const wantTo = Math.min(total, range.endIndex + 1);
    if (wantFrom >= first && wantTo <= have) return;
    const from = Math.max(0, wantFrom - ahead);
    const count = Math.min(200, wantTo - from + ahead);
    if (from === this.#asked.first && count === this.#asked.count) return;
    this.#asked = { first: from, count };
    this.ask({ type: 'rows', first: from, count });
  }

  /** Every arrow steps through time, and the focus goes along. */
  readonly #onKey = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.ask({ type: 'step', by });
  };
}

type RangeOf = Parameters<NonNullable<Virtualizer<HTMLElement, HTMLElement>['options']['rangeExtractor']>>[0];

customElements.define('panel-timeline', TimelineElement);
